import { mediaTypes } from '../../http/media-types.ts';
import { problemJson } from '../../http/problem-response.ts';
import { type ProblemCode, problems } from '../../http/problems.ts';

/** A refusal of an inbox, as a problem (RFC 9457). */
export const refuse = (code: ProblemCode, detail: string, retryAfterSeconds?: number): Response => {
  const { status } = problems[code];
  return new Response(problemJson({ code, detail }), {
    status,
    headers: {
      'Content-Type': mediaTypes.problem,
      'Cache-Control': 'no-store',
      ...(status === 401 ? { 'WWW-Authenticate': 'Signature headers="(request-target) host date digest"' } : {}),
      ...(retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) }),
    },
  });
};
