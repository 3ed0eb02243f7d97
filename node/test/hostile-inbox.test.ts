import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from './peers/eventually.ts';
import { inboxLimits } from '../src/federation/inbox/limits.ts';
import { type Json, type PeerAnswer, type PlainPeer, startPlainPeer } from './peers/plain-peer.ts';
import { type SocialNode, startSocialNode } from './peers/social-node.ts';

const minuteMs = 60_000;
const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

let node: SocialNode;
let ann: PlainPeer;
let mallory: PlainPeer;
beforeAll(async () => {
  node = await startSocialNode();
  ann = await startPlainPeer({ node: 'Andere Stad' });
  mallory = await startPlainPeer({ signs: 'rfc9421' });
});
afterAll(async () => {
  for (const one of [ann, mallory, node]) await one[Symbol.asyncDispose]();
});

const like = (more: Json = {}): Json => ({ type: 'Like', object: `${node.origin}/posts/1`, ...more });
const text = (more: Json = {}): string =>
  JSON.stringify({
    '@context': 'https://www.w3.org/ns/activitystreams',
    id: `${ann.actor}/activities/${Math.random()}`,
    actor: ann.actor,
    ...like(more),
  });
/** A body of exactly so many bytes. */
const ofBytes = (bytes: number): string => {
  const short = text({ content: '' });
  return short.replace('"content":""', `"content":"${'x'.repeat(bytes - Buffer.byteLength(short))}"`);
};
const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

type Attempt = () => Promise<PeerAnswer>;
const refusals: readonly (readonly [string, number, string, Attempt])[] = [
  ['not signed at all', 401, 'unsigned', () => ann.send(node.inbox, like(), { spec: 'none' })],
  [
    'signed, and its body changed on the way',
    401,
    'bad-signature',
    () =>
      ann.send(node.inbox, like(), { tamper: (wire) => ({ ...wire, body: wire.body.replace('posts/1', 'posts/2') }) }),
  ],
  [
    'the same with RFC 9421',
    401,
    'bad-signature',
    () =>
      mallory.send(node.inbox, like(), {
        tamper: (wire) => ({ ...wire, body: wire.body.replace('posts/1', 'posts/2') }),
      }),
  ],
  [
    'sent to another inbox than it was signed for',
    401,
    'bad-signature',
    () => ann.send(node.inbox, like(), { tamper: (wire) => ({ ...wire, url: new URL(node.sharedInbox) }) }),
  ],
  [
    'signed for another host',
    401,
    'bad-signature',
    () => ann.send(node.inbox, like(), { headers: { host: 'elsewhere.example' } }),
  ],
  [
    'signed with another key under the name of the right one',
    401,
    'bad-signature',
    () => ann.send(node.inbox, like(), { key: { id: ann.key.id, secret: otherKey } }),
  ],
  [
    'signed with the key of another host',
    401,
    'bad-signature',
    () => ann.send(node.inbox, like(), { key: mallory.key, spec: 'rfc9421' }),
  ],
  [
    'in the name of somebody else on the same host',
    401,
    'bad-signature',
    () => ann.send(node.inbox, like({ actor: `${ann.origin}/users/bob` })),
  ],
  [
    'with an id of another host',
    401,
    'bad-signature',
    () => ann.send(node.inbox, like({ id: `${mallory.origin}/activities/1` })),
  ],
  [
    'without the digest among what is signed',
    401,
    'bad-signature',
    () =>
      ann.send(node.inbox, like(), {
        tamper: (wire) => ({
          ...wire,
          headers: { ...wire.headers, signature: (wire.headers['signature'] ?? '').replace(' digest', '') },
        }),
      }),
  ],
  [
    'with a date of two hours ago',
    401,
    'bad-signature',
    () => ann.send(node.inbox, like(), { nowMs: Date.now() - 120 * minuteMs }),
  ],
  [
    'with a date two hours ahead',
    401,
    'bad-signature',
    () => mallory.send(node.inbox, like(), { nowMs: Date.now() + 120 * minuteMs }),
  ],
  [
    'with a date that is none',
    401,
    'bad-signature',
    () => ann.send(node.inbox, like(), { headers: { date: 'yesterday' } }),
  ],
  ['no JSON', 400, 'malformed', () => ann.post(node.inbox, '{"type":')],
  ['a list', 400, 'malformed', () => ann.post(node.inbox, '[1,2]')],
  ['without an actor', 400, 'malformed', () => ann.send(node.inbox, like({ actor: undefined }))],
  ['without an id', 400, 'malformed', () => ann.send(node.inbox, like({ id: undefined }))],
  ['nested too deep', 400, 'malformed', () => ann.send(node.inbox, like({ tag: nested(inboxLimits.jsonDepthMax) }))],
  [
    'with an endless list',
    400,
    'malformed',
    () => ann.send(node.inbox, like({ to: Array.from({ length: inboxLimits.jsonValuesMax }, (_, n) => `u:${n}`) })),
  ],
  [
    'of another media type',
    415,
    'malformed',
    () => ann.send(node.inbox, like(), { headers: { 'content-type': 'text/plain' } }),
  ],
  ['one byte too large', 413, 'too-large', () => ann.post(node.inbox, ofBytes(inboxLimits.bodyBytesMax + 1))],
];

describe('an activity that is', () => {
  it.each(refusals)('%s is refused with %i and counted as %s', async (_, status, outcome, attempt) => {
    const before = await node.counted(outcome);
    const accepted = await node.counted('accepted');
    const answer = await attempt();
    expect(answer).toMatchObject({
      status,
      headers: { 'content-type': expect.stringContaining('problem+json') as string },
    });
    expect(await node.counted(outcome)).toBe(before + 1);
    expect(await node.counted('accepted')).toBe(accepted);
  });

  const acceptances: readonly (readonly [string, Attempt])[] = [
    ['as large as it may be', () => ann.post(node.inbox, ofBytes(inboxLimits.bodyBytesMax))],
    ['dated ten minutes ago', () => ann.send(node.inbox, like(), { nowMs: Date.now() - 10 * minuteMs })],
    ['dated ten minutes ahead', () => mallory.send(node.inbox, like(), { nowMs: Date.now() + 10 * minuteMs })],
    ['without a context', () => ann.send(node.inbox, like({ '@context': undefined }))],
    ['with a context of another', () => ann.send(node.inbox, like({ '@context': 'https://a.example/litepub.jsonld' }))],
    ['nested as deep as it may be', () => ann.send(node.inbox, like({ tag: nested(inboxLimits.jsonDepthMax - 1) }))],
  ];
  it.each(acceptances)('%s is taken', async (_, attempt) => {
    const before = await node.counted('accepted');
    expect(await attempt()).toMatchObject({ status: 202 });
    expect(await node.counted('accepted')).toBe(before + 1);
  });

  it('sent again counts once, and only who could have sent it hears that it is known', async () => {
    const activity = { ...like(), id: `${ann.actor}/activities/again` };
    expect(await ann.send(node.inbox, activity)).toMatchObject({ status: 202 });
    const [accepted, repeated] = [await node.counted('accepted'), await node.counted('repeated')];
    expect(await ann.send(node.inbox, activity)).toMatchObject({ status: 202 });
    expect(await ann.send(node.sharedInbox, activity)).toMatchObject({ status: 202 });
    expect(await ann.send(node.inbox, activity, { spec: 'none' })).toMatchObject({ status: 401 });
    expect([await node.counted('accepted'), await node.counted('repeated')]).toEqual([accepted, repeated + 2]);
  });

  it('of a kind that nobody here hears is taken, and ignored', async () => {
    const before = await node.counted('ignored');
    expect(await ann.send(node.inbox, like({ type: 'Listen' }))).toMatchObject({ status: 202 });
    expect(await node.counted('ignored')).toBe(before + 1);
  });

  it('for an actor that is not here finds no inbox', async () => {
    expect(await ann.send(`${node.origin}/actors/nobody/inbox`, like())).toMatchObject({ status: 404 });
  });

  it('in a context of its own makes the node fetch nothing', async () => {
    const context = [
      'https://www.w3.org/ns/activitystreams',
      `${mallory.origin}/context`,
      'http://127.0.0.1:1/context',
    ];
    expect(await ann.send(node.inbox, like({ '@context': context }))).toMatchObject({ status: 202 });
    expect(mallory.reads).not.toContain('/context');
  });
});

const undo = (object: unknown): Json => ({ type: 'Undo', object });

const totalItems = async (): Promise<unknown> =>
  (JSON.parse((await ann.read(`${node.actor}/followers`)).body) as Json)['totalItems'];

describe('a follow', () => {
  it('is ended by nobody but who follows', async () => {
    const follow = { type: 'Follow', id: `${ann.actor}/follows/1`, object: node.actor };
    await ann.send(node.inbox, follow);
    await ann.waitFor(({ type }) => type === 'Accept');
    expect(await totalItems()).toBe(1);

    await mallory.send(node.inbox, undo({ ...follow, actor: ann.actor }));
    await mallory.send(node.inbox, undo(follow.id));
    await mallory.send(node.inbox, { type: 'Delete', object: ann.actor });
    // Its answer says that what came before it was worked through.
    await mallory.send(node.inbox, { type: 'Follow', object: node.actor });
    await mallory.waitFor(({ type }) => type === 'Accept');
    await eventually(async () => expect(await totalItems()).toBe(2));

    await ann.send(node.inbox, undo(follow.id));
    await eventually(async () => expect(await totalItems()).toBe(1));
  });
});
