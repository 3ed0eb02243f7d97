import type { RequirementText } from '../requirement.ts';

/** Requirements of `text/federation.md` on its collections. */
export const collectionsRequirements: readonly RequirementText[] = [
  {
    id: 'FED-016',
    level: 'MUST',
    title: 'Collections and their pages',
    text: '`outbox`, `followers` and `following` MUST each answer as an `OrderedCollection` or `Collection` with a whole number as `totalItems`; where it has a `first`, following `next` from there MUST come to an end, each page with the collection as `partOf`.',
  },
  {
    id: 'FED-017',
    level: 'MUST',
    title: 'What stands in the outbox',
    text: "Each item of the outbox MUST be an activity of the publisher's origin with that actor as `actor`, addressed to `https://www.w3.org/ns/activitystreams#Public`; a `Create` MUST hold its object, with that actor as `attributedTo`, a `content` and `published`.",
  },
  {
    id: 'FED-018',
    level: 'MUST',
    title: 'People are not listed',
    text: 'No page of `followers` MUST list anyone but nodes: people are counted, never named.',
  },
  {
    id: 'FED-019',
    level: 'SHOULD',
    title: 'Nodes are listed',
    text: '`followers` SHOULD list the nodes among the followers, by id.',
  },
];
