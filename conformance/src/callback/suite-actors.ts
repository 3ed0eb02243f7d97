import { contextPath, descriptionPath, nodeDescriptionExample, type SigningKey } from '@openstraat/spec';
import { suite } from '../run/suite-version.ts';
import { actorKeys } from './actor-keys.ts';

/** An actor that the suite plays. */
export interface SuiteActor {
  readonly id: string;
  readonly type: 'Application' | 'Person';
  readonly username: string;
  readonly key: SigningKey;
  readonly publicKeyPem: string;
  /** Whom its key says to be of: not itself, where it plays false. */
  readonly keyOwner: string;
}

/** Those whom the suite plays. */
export interface SuiteActors {
  readonly origin: string;
  /** One that is a node by all that can be seen. */
  readonly node: SuiteActor;
  readonly person: SuiteActor;
  /** Of another host, with a key that says to be the node's; undefined where there is no other host. */
  readonly stranger: SuiteActor | undefined;
}

const activityStreams = 'https://www.w3.org/ns/activitystreams';

const makeActor = (
  origin: string,
  token: string,
  name: 'node' | 'person' | 'stranger',
  keyOwner?: string,
): SuiteActor => {
  const id = `${origin}/actors/${token}/${name}`;
  const { publicKeyPem, privateKeyPem } = actorKeys(name);
  return {
    id,
    type: name === 'node' ? 'Application' : 'Person',
    username: `${name}-${token}`,
    key: { keyId: `${id}#main-key`, privateKeyPem },
    publicKeyPem,
    keyOwner: keyOwner ?? id,
  };
};

/** Makes the actors of a run. @param token part of their addresses, so that nobody takes them for those of another run */
export const makeSuiteActors = (origin: string, elsewhere: string | undefined, token: string): SuiteActors => {
  const node = makeActor(origin, token, 'node');
  return {
    origin,
    node,
    person: makeActor(origin, token, 'person'),
    stranger: elsewhere === undefined ? undefined : makeActor(elsewhere, token, 'stranger', node.id),
  };
};

/** The actor as it is answered. */
export const actorDocument = (actor: SuiteActor): object => ({
  '@context': [activityStreams, 'https://w3id.org/security/v1'],
  id: actor.id,
  type: actor.type,
  preferredUsername: actor.username,
  name: `Conformance suite ${suite.version}`,
  summary: 'Tests whether a publisher federates as the protocol says. It goes when the test is over.',
  inbox: `${actor.id}/inbox`,
  outbox: `${actor.id}/outbox`,
  followers: `${actor.id}/followers`,
  following: `${actor.id}/following`,
  manuallyApprovesFollowers: false,
  url:
    actor.type === 'Person'
      ? actor.id
      : [
          actor.id,
          {
            type: 'Link',
            rel: 'describedby',
            mediaType: 'application/ld+json',
            href: new URL(descriptionPath, actor.id).href,
          },
        ],
  publicKey: { id: actor.key.keyId, owner: actor.keyOwner, publicKeyPem: actor.publicKeyPem },
});

/** An empty collection: nobody follows the suite, and it says nothing. */
export const emptyCollection = (id: string): object => ({
  '@context': activityStreams,
  id,
  type: 'OrderedCollection',
  totalItems: 0,
  orderedItems: [],
});

/** The description to which the suite's node links, and which links back. */
export const suiteDescription = (origin: string, node: SuiteActor): object => {
  const description = JSON.parse(
    JSON.stringify(nodeDescriptionExample).replaceAll(nodeDescriptionExample.origin, origin),
  ) as object;
  return {
    ...description,
    '@context': origin + contextPath,
    name: `Conformance suite ${suite.version}`,
    actor: node.id,
    fictional: true,
  };
};

/** What WebFinger says of an actor. */
export const fingerOf = (actor: SuiteActor): object => ({
  subject: `acct:${actor.username}@${new URL(actor.id).host}`,
  links: [{ rel: 'self', type: 'application/activity+json', href: actor.id }],
});
