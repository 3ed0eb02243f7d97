import { generateKeyPair } from '@openstraat/spec';
import type { JsonObject } from '../../../json/json-value.ts';
import { actorKeys } from '../../../callback/actor-keys.ts';
import { html, problem, type TinyAnswer } from '../answer.ts';
import { negotiate } from '../negotiate.ts';
import { tinyOrigin } from '../town.ts';

/** The actor of the tiny publisher. */
export const tinyActor: string = `${tinyOrigin}/actors/node`;
export const tinyActorKeyId: string = `${tinyActor}#main-key`;
const streams = 'https://www.w3.org/ns/activitystreams';
const username = 'waterveen';
const { host } = new URL(tinyOrigin);
const multikey = generateKeyPair().publicKeyMultibase;

const activityJson = (body: JsonObject): TinyAnswer => ({
  status: 200,
  type: 'application/activity+json',
  body: JSON.stringify({ '@context': streams, ...body }),
});

const actorDocument = (): JsonObject => ({
  '@context': [streams, 'https://w3id.org/security/v1'],
  id: tinyActor,
  type: 'Application',
  preferredUsername: username,
  name: 'Winkels in Waterveen',
  inbox: `${tinyActor}/inbox`,
  outbox: `${tinyActor}/outbox`,
  followers: `${tinyActor}/followers`,
  following: `${tinyActor}/following`,
  endpoints: { sharedInbox: `${tinyOrigin}/inbox` },
  manuallyApprovesFollowers: false,
  discoverable: true,
  indexable: true,
  url: [
    `${tinyOrigin}/`,
    {
      type: 'Link',
      rel: 'describedby',
      mediaType: 'application/ld+json',
      href: `${tinyOrigin}/.well-known/openstraat`,
    },
  ],
  publicKey: { id: tinyActorKeyId, owner: tinyActor, publicKeyPem: actorKeys('tiny').publicKeyPem },
  assertionMethod: [
    { id: `${tinyActor}#multikey-1`, type: 'Multikey', controller: tinyActor, publicKeyMultibase: multikey },
  ],
});

const posts: readonly JsonObject[] = ['Kermis', 'Braderie', 'Nieuwe fietsenmaker'].map((words, at) => ({
  id: `${tinyOrigin}/posts/${at + 1}/activity`,
  type: 'Create',
  actor: tinyActor,
  to: [`${streams}#Public`],
  cc: [`${tinyActor}/followers`],
  object: {
    id: `${tinyOrigin}/posts/${at + 1}`,
    type: 'Note',
    attributedTo: tinyActor,
    to: [`${streams}#Public`],
    content: `<p>${words}</p>`,
    published: `2026-03-0${at + 1}T10:00:00Z`,
  },
}));

const postsPerPage = 2;

const collection = (url: URL, name: string, items: readonly unknown[], totalItems: number): TinyAnswer => {
  const id = `${tinyActor}/${name}`;
  const page = Number(url.searchParams.get('page'));
  if (page < 1) return activityJson({ id, type: 'OrderedCollection', totalItems, first: `${id}?page=1` });
  const end = page * postsPerPage;
  return activityJson({
    id: `${id}?page=${page}`,
    type: 'OrderedCollectionPage',
    partOf: id,
    orderedItems: items.slice(end - postsPerPage, end),
    ...(end < items.length ? { next: `${id}?page=${page + 1}` } : {}),
  });
};

const finger = (url: URL): TinyAnswer => {
  const resource = url.searchParams.get('resource');
  if (resource === null) return problem(400, 'Say with resource who is asked for.');
  if (resource !== tinyActor && resource !== `acct:${username}@${host}`) return problem(404, 'Nobody of that name.');
  const links = [
    { rel: 'self', type: 'application/activity+json', href: tinyActor },
    { rel: 'http://webfinger.net/rel/profile-page', type: 'text/html', href: `${tinyOrigin}/` },
  ];
  return { status: 200, type: 'application/jrd+json', body: JSON.stringify({ subject: resource, links }) };
};

const asJson = (body: JsonObject): TinyAnswer => ({
  status: 200,
  type: 'application/json',
  body: JSON.stringify(body),
});

const nodeInfo: JsonObject = {
  version: '2.1',
  software: { name: 'tiny-publisher', version: '1.0.0' },
  protocols: ['activitypub'],
  services: { inbound: [], outbound: [] },
  openRegistrations: false,
  usage: { users: { total: 1 } },
  metadata: {},
};

const actorAnswer = (headers: Headers): TinyAnswer => {
  const form = negotiate(headers, ['application/activity+json', 'application/ld+json', 'text/html']);
  const answer =
    form === 'text/html'
      ? { ...html(''), status: 303, headers: { location: `${tinyOrigin}/` } }
      : activityJson(actorDocument());
  return { ...answer, headers: { ...answer.headers, vary: 'Accept' } };
};

/** What a GET of ActivityPub, WebFinger or NodeInfo gets; undefined for what is none of these. */
export const federationAnswer = (
  url: URL,
  headers: Headers,
  followers: { readonly nodes: readonly string[]; readonly total: number },
): TinyAnswer | undefined => {
  switch (tinyOrigin + url.pathname) {
    case tinyActor:
      return actorAnswer(headers);
    case `${tinyActor}/outbox`:
      return collection(url, 'outbox', posts, posts.length);
    case `${tinyActor}/followers`:
      return collection(url, 'followers', followers.nodes, followers.total);
    case `${tinyActor}/following`:
      return collection(url, 'following', [], 0);
    case `${tinyOrigin}/.well-known/webfinger`:
      return finger(url);
    case `${tinyOrigin}/.well-known/nodeinfo`:
      return asJson({
        links: [{ rel: 'http://nodeinfo.diaspora.software/ns/schema/2.1', href: `${tinyOrigin}/nodeinfo/2.1` }],
      });
    case `${tinyOrigin}/nodeinfo/2.1`:
      return asJson(nodeInfo);
    default:
      return undefined;
  }
};
