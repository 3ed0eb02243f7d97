import { signatureAgeMsMax } from '@openstraat/spec';
import { deliveryLimits } from '../federation/courier/limits.ts';
import { inboxLimits } from '../federation/inbox/limits.ts';
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
- \`publicKey\` is an RSA key of 2048 bits, for messages; \`assertionMethod\` an Ed25519 key, for the proofs (\`eddsa-jcs-2022\`) of activities that are sent. A new key has a new address.
- Asked for HTML, the address of an actor leads to its page (303).
- An actor that has moved stays, with \`movedTo\`; one that was switched off answers 410 with a \`Tombstone\`.

## Collections

- \`${only('setFollowersDispatcher')}\`: how many follow, and the nodes among them by address; people are never listed
- \`${only('setFollowingDispatcher')}\`: the actors of the nodes that this node follows
- \`${only('setOutboxDispatcher')}\`: public posts, newest first
- All of them are paged by opaque cursors: follow \`first\` and \`next\`.

## Objects

${objects.map(({ names: [path, name] }) => `- \`${[path, name].find((one) => /^[A-Z]/.test(one ?? '')) ?? ''}\` at \`${[path, name].find((one) => one?.startsWith('/')) ?? ''}\``).join('\n')}

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
- A delivery is tried for about ${days(triedMs())} days.
`;
};
