import type { RequirementText } from '../requirement.ts';

/** Requirements of `text/federation.md` on following, and what it sends. */
export const followingRequirements: readonly RequirementText[] = [
  {
    id: 'FED-033',
    level: 'MUST',
    title: 'A Follow is accepted',
    text: 'Where `manuallyApprovesFollowers` is `false`, a Follow of the actor MUST be answered with an `Accept` by that actor, whose `object` is the Follow or its id.',
  },
  {
    id: 'FED-034',
    level: 'MUST',
    title: 'An Undo ends it',
    text: 'An Undo of a Follow by the one who followed MUST end it: it is no longer among `followers`, and gets no notices any more.',
  },
  {
    id: 'FED-035',
    level: 'MUST',
    title: 'Nobody ends what others began',
    text: 'An Undo, signed by another actor than the one who followed, MUST NOT end the following.',
  },
  {
    id: 'FED-036',
    level: 'MUST',
    title: 'Deliveries are signed',
    text: "Everything that the publisher sends to an inbox MUST be an activity of its own origin as `application/activity+json` or as JSON-LD of that profile, signed as an inbox demands it, with the key of the activity's actor.",
  },
  {
    id: 'FED-037',
    level: 'SHOULD',
    title: 'The first knock',
    text: 'What it first sends to a host SHOULD be signed as draft-cavage-http-signatures-12, because some servers answer 202 to an RFC 9421 signature and then drop what it signs.',
  },
];
