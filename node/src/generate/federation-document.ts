import { signatureAgeMsMax } from '@openstraat/spec';
import { deliveryLimits } from '../federation/courier/limits.ts';
import { inboxLimits } from '../federation/inbox/limits.ts';
import { replyLimits } from '../federation/posts/replies/limits.ts';
import { replicaLimits } from '../federation/replica/limits.ts';
import { heardMeanings, type Proposal, proposals, sentMeanings } from './activity-meanings.ts';
import type { FederationFacts } from './federation-facts.ts';
import type { Registration } from './registrations.ts';

const namesOf = (registrations: readonly Registration[], call: string): readonly string[] =>
  registrations.filter((one) => one.call === call).flatMap(({ names }) => names);

/** @throws {Error} for a type without a line, and for a line without its type */
const meaningLines = (types: readonly string[], meanings: Readonly<Record<string, string>>, verb: string): string => {
  const present = new Set(types);
  const missing = [...present].filter((type) => meanings[type] === undefined);
  const surplus = Object.keys(meanings).filter((type) => !present.has(type));
  if (missing.length > 0 || surplus.length > 0)
    throw new Error(
      `activity-meanings.ts does not fit the code: not explained: ${missing.join(', ')}; not ${verb}: ${surplus.join(', ')}`,
    );
  return [...present]
    .toSorted()
    .map((type) => `- \`${type}\`: ${meanings[type]}`)
    .join('\n');
};

/** The path and the class that an object was registered with, in whatever order. */
const objectLine = ({ names }: Registration): string =>
  `- \`${names.find((name) => /^[A-Z]/.test(name)) ?? ''}\` at \`${names.find((name) => name.startsWith('/')) ?? ''}\``;

/** Collections that have a line of their own among the collections. */
const isCollection = ({ names }: Registration): boolean => names.some((name) => name.endsWith('Collection'));

/** @throws {Error} when there is none, and the text would say nothing */
const collectionPath = (objects: readonly Registration[]): string => {
  const path = objects.find(isCollection)?.names.find((name) => name.startsWith('/'));
  if (path === undefined) throw new Error('federation-document.ts tells of a collection of replies, and there is none');
  return path;
};

const proposalLine = ({ code, title, test }: Proposal): string =>
  `- [${code}](https://w3id.org/fep/${code.slice('FEP-'.length)}): ${title} (shown by \`${test}\`)`;

const days = (milliseconds: number): number => Math.round(milliseconds / 86_400_000);

/** How long a delivery is tried, from the first attempt to the last. */
const triedMs = (): number => {
  const { firstRetryMs, retryMsMax, attemptsMax } = deliveryLimits;
  return Array.from({ length: attemptsMax - 1 }, (_one, at) => Math.min(firstRetryMs * 2 ** at, retryMsMax)).reduce(
    (sum, waitMs) => sum + waitMs,
    0,
  );
};

/** FEDERATION.md (FEP-67ff), from what the code registers. */
export const federationDocument = ({ registrations, sent }: FederationFacts): string => {
  const only = (call: string): string => namesOf(registrations, call)[0] ?? '';
  const [inbox, sharedInbox] = namesOf(registrations, 'setInboxListeners');
  const objects = registrations.filter(({ call }) => call === 'setObjectDispatcher');
  return `# Federation

This file is generated from what the code registers (\`npm run generate\`): do not edit it.

Openstraat nodes publish what local shops have. Other nodes follow a node to find what the next village sells; people follow a shop from Mastodon or any other server of the Fediverse.
The data itself is not in activities: it is in each node's change feed, which the specification in \`spec/text/\` describes.

## Protocols and standards

- [ActivityPub](https://www.w3.org/TR/activitypub/), server to server
- [WebFinger](https://www.rfc-editor.org/rfc/rfc7033) for \`acct:name@host\` and for the addresses of actors and of the pages that they speak for
- [NodeInfo](https://nodeinfo.diaspora.software/) 2.1
- HTTP signatures, draft-cavage-http-signatures-12 (\`rsa-sha256\`) and [RFC 9421](https://www.rfc-editor.org/rfc/rfc9421)
- The change feed and its signed checkpoints, as in \`spec/text/\`

## Enhancement proposals

${proposals.map(proposalLine).join('\n')}

## Actors

- The node: an \`Application\` at \`${only('setActorDispatcher').replace('{identifier}', 'node')}\`. Its \`url\` has a \`Link\` with \`rel\` \`describedby\` to the node's description, at \`/.well-known/openstraat\`, which names it in \`actor\`: only an actor to which both links lead is taken for a node.
- A place that its operator switched on: an \`Organization\` at \`${only('setActorDispatcher')}\`, where the identifier is the key of the place. Its \`url\` is the page of the place.
- \`publicKey\` is an RSA key of 2048 bits, for messages; \`assertionMethod\` an Ed25519 key, for the proofs (\`eddsa-jcs-2022\`) of activities that are sent. A new key has a new address; the old ones, of both kinds, stay in \`assertionMethod\` behind the new one until their overlap is over.
- Asked for HTML, the address of an actor leads to its page (303). The page, and the front page for the node's own, leads back: asked for \`application/activity+json\`, or for \`application/ld+json\` with the profile of ActivityStreams, at least as much as for anything else, it leads to the actor (303); every other answer there has a \`Link\` with \`rel="alternate"\` and \`type="application/activity+json"\`. Plain \`application/ld+json\` is the document of the place, or of the node.
- A handle can change. WebFinger finds the actor by its old names too, with the new one as \`subject\`; no other actor gets them.
- An actor that has moved stays, with \`movedTo\`; one that was switched off answers 410 with a \`Tombstone\`.

## Collections

- \`${only('setFollowersDispatcher')}\`: how many follow, and the nodes among them by address; people are never listed
- \`${only('setFollowingDispatcher')}\`: the actors of the nodes that this node follows
- \`${only('setOutboxDispatcher')}\`: public posts, newest first; an answer to what somebody said to the actor alone is addressed to that person alone, and is in no collection and at no address
- They are paged by opaque cursors: follow \`first\` and \`next\`; any other cursor: 404.
- \`${collectionPath(objects)}\`: the replies to a post that the operator shows, by address alone, oldest first; at most ${replyLimits.shownOfPostMax}, without pages. Empty until the operator says so. Only what was addressed to \`Public\` can be in it, a reply that is edited leaves it until the operator has looked again, and one that is deleted, or whose server is blocked, leaves it for good. Likes and boosts are in no collection, and are not counted in public.

## Objects

${objects
  .filter((one) => !isCollection(one))
  .map(objectLine)
  .join('\n')}

## Activities

Inboxes: \`${inbox}\`, and for all of them \`${sharedInbox}\`.

### Heard

${meaningLines(namesOf(registrations, 'on'), heardMeanings, 'heard')}

Any other type is answered with 202 and ignored. An activity counts once, however often it comes, for ${days(inboxLimits.receivedMs)} days.

### Sent

${meaningLines(sent, sentMeanings, 'sent')}

## Signatures and limits

- Every activity must be signed by the actor that it names, once, with a key of the same origin that the actor's own document names; ids of activities have that origin too. Proofs and Linked Data signatures within count for nothing. Unsigned, wrongly signed, or with a date more than ${signatureAgeMsMax / 60_000} minutes off: 401. Blocked: 403.
- An activity may have ${inboxLimits.bodyBytesMax / 1_024} KiB; larger: 413. It may hold ${inboxLimits.objectsMax} objects; more: 400. Too many: 429 with \`Retry-After\`.
- Outgoing requests are signed as the draft has it first, since servers that do not know RFC 9421 may answer 202 and drop what they got; servers that answer 401 get RFC 9421. Which of the two a server takes is remembered.
- Look-ups are signed with the node's own key where a server wants that. An operator can ask the same of others (\`authorisedFetch\`); the node's own actor stays readable, since it holds the key.
- JSON-LD contexts are never fetched: the usual ones are built in, and terms of others are ignored. An activity is read with the terms of ActivityStreams, whatever \`@context\` it has, or none. Activities that are sent carry standard terms and links only, and can be read as plain JSON: everybody is \`https://www.w3.org/ns/activitystreams#Public\`, and \`to\`, \`cc\`, \`tag\` and \`attachment\` are lists.
- Of one node's feed ${replicaLimits.thingsMax.toLocaleString('en')} things are kept, with those deleted of late, and ${replicaLimits.diskBytesMax / 2 ** 30} GiB of disk unless the operator sets another share. Beyond that nothing new is taken; what is there follows its changes, as far as they need little more room, and what is deleted at its node goes.
- A delivery is tried for about ${days(triedMs())} days.
`;
};
