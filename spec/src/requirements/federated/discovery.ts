import type { RequirementText } from '../requirement.ts';

/** Requirements of `text/federation.md` on how it is found. */
export const discoveryRequirements: readonly RequirementText[] = [
  {
    id: 'FED-009',
    level: 'MUST',
    title: 'The handle leads to the actor',
    text: "WebFinger (RFC 7033) for `acct:`, the actor's `preferredUsername`, `@` and the host of the origin MUST give 200 and a JRD as `application/jrd+json`, with that resource as `subject` and a link with `rel` `self`, `type` `application/activity+json` and the actor's address as `href`.",
  },
  {
    id: 'FED-010',
    level: 'MUST',
    title: "The actor's address leads to it too",
    text: "WebFinger for the actor's address MUST give the same link.",
  },
  {
    id: 'FED-011',
    level: 'SHOULD',
    title: 'The handle leads to a page',
    text: 'The JRD SHOULD have a link with `rel` `http://webfinger.net/rel/profile-page`, `type` `text/html` and the address of a page.',
  },
  {
    id: 'FED-012',
    level: 'MUST',
    title: 'Who is not here',
    text: 'WebFinger without `resource` MUST get 400, and with a `resource` that is nobody here 404.',
  },
  {
    id: 'FED-013',
    level: 'MUST',
    title: 'Open to scripts of any site',
    text: 'Every answer of WebFinger MUST carry `Access-Control-Allow-Origin: *`.',
  },
  {
    id: 'FED-014',
    level: 'MUST',
    title: 'NodeInfo',
    text: "`/.well-known/nodeinfo` MUST link, with `rel` `http://nodeinfo.diaspora.software/ns/schema/2.1`, to a document of the publisher's origin that is valid by the schema of NodeInfo 2.1.",
  },
  {
    id: 'FED-015',
    level: 'MUST',
    title: 'NodeInfo names ActivityPub',
    text: 'The NodeInfo document MUST list `activitypub` among `protocols`.',
  },
];
