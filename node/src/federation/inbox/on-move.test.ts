import { Move } from '@fedify/vocab';
import type { DocumentLoader } from '@fedify/vocab-runtime';
import { expect, it } from 'vitest';
import type { Follower, Followers } from '../followers/follower.ts';
import { bundledContexts } from './document-loaders.ts';
import type { InboxTools, Received } from './inbox-tools.ts';
import { onMove } from './on-move.ts';

const old = 'https://old.example/actors/node';
const there = 'https://there.example/actors/node';
const victim = 'https://victim.example/actors/node';

const actorAt = (id: string, more: object): object => ({
  '@context': [
    'https://www.w3.org/ns/activitystreams',
    { movedTo: { '@id': 'as:movedTo', '@type': '@id' }, alsoKnownAs: { '@id': 'as:alsoKnownAs', '@type': '@id' } },
  ],
  id,
  type: 'Application',
  inbox: `${id}/inbox`,
  ...more,
});

/** What a Move does: `old` is followed, and follows. */
const done = async (
  activity: { readonly sender?: string; readonly object?: string; readonly target?: string },
  documents: Readonly<Record<string, object>>,
): Promise<readonly string[]> => {
  const did: string[] = [];
  const { sender = old, object = old, target = there } = activity;
  const documentLoader: DocumentLoader = (url) =>
    documents[url] === undefined
      ? Promise.reject(new Error(`${url} is not there`))
      : Promise.resolve({ contextUrl: null, documentUrl: url, document: actorAt(url, documents[url]) });
  const follower = { id: old, state: 'accepted' } as Follower;
  const followers = {
    followedBy: (id: string) => Promise.resolve(id === old ? ['node'] : []),
    get: () => Promise.resolve(follower),
    put: (_: string, { id }: Follower) => Promise.resolve(void did.push(`follower ${id}`)),
    remove: (_: string, id: string) => Promise.resolve(did.push(`remove ${id}`) > 0),
  } as unknown as Followers;
  const tools = {
    followers,
    findNodeOf: () => Promise.resolve(undefined),
    blocks: { isBlocked: (host: string) => host === 'blocked.example' },
    followed: () => ({
      originOfActor: (actor: string) => (actor === old ? 'https://old.example' : undefined),
      pullNow: (origin: string) => did.push(`pull ${origin}`) > 0,
    }),
  } as unknown as InboxTools;
  const json = await new Move({
    id: new URL(`${sender}/move`),
    actor: new URL(sender),
    object: new URL(object),
    target: new URL(target),
  }).toJsonLd({ contextLoader: bundledContexts });
  const move = await Move.fromJsonLd(json, { contextLoader: bundledContexts, documentLoader: bundledContexts });
  await onMove({ context: { documentLoader }, activity: move, sender } as unknown as Received<Move>, tools);
  return did;
};

it('of a node is looked into at its old address, and moves a follower, when both ends say so', async () => {
  const both = { [old]: { movedTo: there }, [there]: { alsoKnownAs: [victim, old] } };
  expect(await done({}, both)).toEqual(['pull https://old.example', `follower ${there}`, `remove ${old}`]);
});

it.each([
  ['the old one does not say so', {}, { [old]: {}, [there]: { alsoKnownAs: [old] } }],
  ['the old one says another', {}, { [old]: { movedTo: victim }, [there]: { alsoKnownAs: [old] } }],
  ['the new one does not say so', {}, { [old]: { movedTo: there }, [there]: {} }],
  ['the new one names another', {}, { [old]: { movedTo: there }, [there]: { alsoKnownAs: [victim] } }],
  ['it is somebody else who moves', { object: victim }, { [old]: { movedTo: there }, [there]: { alsoKnownAs: [old] } }],
  ['it is sent by another', { sender: victim }, { [old]: { movedTo: there }, [there]: { alsoKnownAs: [old] } }],
  [
    'it leads to who is blocked',
    { target: 'https://blocked.example/a' },
    { [old]: { movedTo: 'https://blocked.example/a' }, 'https://blocked.example/a': { alsoKnownAs: [old] } },
  ],
])('does nothing when %s', async (_, activity, documents) => {
  expect(await done(activity, documents)).toEqual([]);
});
