import type { RequirementText } from '../requirement.ts';

/** Requirements of `text/federation.md` on what its inbox takes. */
export const inboxRequirements: readonly RequirementText[] = [
  {
    id: 'FED-020',
    level: 'MUST',
    title: 'Unsigned',
    text: 'A POST without a signature MUST get 401.',
  },
  {
    id: 'FED-021',
    level: 'MUST',
    title: 'Signed as draft-cavage',
    text: 'A Follow that is signed as draft-cavage-http-signatures-12 has it MUST get 202.',
  },
  {
    id: 'FED-022',
    level: 'MUST',
    title: 'Signed by RFC 9421',
    text: 'A Follow that is signed as RFC 9421 has it MUST get 202.',
  },
  {
    id: 'FED-023',
    level: 'MUST',
    title: 'Another body than was signed',
    text: 'A POST whose body is not what its signature covers MUST get 401.',
  },
  {
    id: 'FED-024',
    level: 'MUST',
    title: 'Signed with another key',
    text: 'A POST whose signature was not made with the key that it names MUST get 401.',
  },
  {
    id: 'FED-025',
    level: 'MUST',
    title: 'Signed by another actor',
    text: 'A POST that is signed with the key of another actor than that of the activity MUST get 401, whatever the key says of its owner.',
  },
  {
    id: 'FED-026',
    level: 'MUST',
    title: 'What a signature covers',
    text: 'A POST whose signature leaves out the method, the target with its host, the time or the digest of the body MUST get 401.',
  },
  {
    id: 'FED-027',
    level: 'MUST',
    title: 'When it was signed',
    text: 'A POST that was signed more than an hour ago, or for a time more than an hour ahead, MUST get 401; one that is ten minutes off MUST NOT be refused for it.',
  },
  {
    id: 'FED-028',
    level: 'MUST',
    title: 'Too large',
    text: 'A body of more than 1,048,576 bytes MUST get 413.',
  },
  {
    id: 'FED-029',
    level: 'MUST',
    title: 'Not JSON',
    text: 'A signed POST whose body is not JSON MUST get 400.',
  },
  {
    id: 'FED-030',
    level: 'MUST',
    title: 'Once is enough',
    text: 'An activity whose id was taken before MUST get 202 again, and MUST NOT have an effect again.',
  },
  {
    id: 'FED-031',
    level: 'SHOULD',
    title: 'Refusals are problem details',
    text: 'Refusals SHOULD be `application/problem+json` (RFC 9457) with `type`, `title` and `status`.',
  },
  {
    id: 'FED-032',
    level: 'MUST',
    title: 'How long to wait',
    text: 'An answer of an inbox with 429 MUST carry `Retry-After`.',
  },
];
