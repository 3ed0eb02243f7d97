import type { RequirementText } from '../requirement.ts';

/** Requirements of `text/federation.md` on the node's actor. */
export const actorsRequirements: readonly RequirementText[] = [
  {
    id: 'FED-001',
    level: 'MUST',
    title: 'The actor answers',
    text: 'The description MUST carry `actor`, an address of the publisher\'s origin that answers `Accept: application/activity+json` and `Accept: application/ld+json; profile="https://www.w3.org/ns/activitystreams"` with 200 and the actor, as one of these two media types.',
  },
  {
    id: 'FED-002',
    level: 'MUST',
    title: 'What the actor carries',
    text: "The actor MUST carry an `@context` with `https://www.w3.org/ns/activitystreams`, its address as `id`, `type` `Application`, `preferredUsername`, `name`, `manuallyApprovesFollowers`, and `inbox`, `outbox`, `followers` and `following` as addresses of the publisher's origin.",
  },
  {
    id: 'FED-003',
    level: 'MUST',
    title: 'The actor links to the description',
    text: 'The actor MUST link to the description: one value of its `url` is a `Link` with `rel` `describedby`, `mediaType` `application/ld+json`, and the address of the description as `href`.',
  },
  {
    id: 'FED-004',
    level: 'MUST',
    title: 'An RSA key',
    text: "The actor MUST carry `publicKey`, an RSA key of at least 2,048 bits as `publicKeyPem`, with the actor as `owner` and a fragment of the actor's address as `id`.",
  },
  {
    id: 'FED-005',
    level: 'SHOULD',
    title: 'An Ed25519 key',
    text: 'The actor SHOULD carry in `assertionMethod` an Ed25519 key as `Multikey`, with the actor as `controller`.',
  },
  {
    id: 'FED-006',
    level: 'MUST',
    title: 'People are led to a page',
    text: "The actor's address MUST lead `Accept: text/html` to a page, and carry `Vary: Accept` in every answer.",
  },
  {
    id: 'FED-007',
    level: 'SHOULD',
    title: 'It wants to be found',
    text: 'The actor SHOULD say of itself `discoverable: true` and `indexable: true`.',
  },
  {
    id: 'FED-008',
    level: 'SHOULD',
    title: 'A shared inbox',
    text: 'The actor SHOULD carry a `sharedInbox` in `endpoints`, for which everything holds that holds for its `inbox`.',
  },
];
