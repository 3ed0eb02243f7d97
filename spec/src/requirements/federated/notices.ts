import type { RequirementText } from '../requirement.ts';

/** Requirements of `text/federation.md` on notices of changes. */
export const noticesRequirements: readonly RequirementText[] = [
  {
    id: 'FED-038',
    level: 'MUST',
    title: 'A notice of changes',
    text: 'Within a minute of a change of the feed, each node that follows MUST get an `Update` by the actor, addressed to its `followers`, whose `object` is an embedded `Collection` with the `id` of the feed as the description has it and the time of the change as `updated`, and with nothing of what was changed.',
  },
  {
    id: 'FED-039',
    level: 'MUST',
    title: 'Notices are for nodes',
    text: 'Followers that are not nodes MUST NOT get notices.',
  },
  {
    id: 'FED-040',
    level: 'MUST',
    title: 'Notices are few',
    text: 'However many things change, a follower MUST NOT get more than ten notices in half a minute.',
  },
];
