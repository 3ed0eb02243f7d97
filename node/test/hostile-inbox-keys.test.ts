import { createHash, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from './peers/eventually.ts';
import { type Json, type PlainPeer, type SendOptions, startPlainPeer } from './peers/plain-peer.ts';
import type { Wire } from './peers/signatures.ts';
import { type SocialNode, startSocialNode } from './peers/social-node.ts';

const evilKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

/** A host that serves one document at every address, and writes down what was asked. */
const startHost = async (document: (origin: string) => Json | undefined) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const found = document(origin);
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/activity+json' });
    response.end(found === undefined ? '' : JSON.stringify(found));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const origin = `http://127.0.0.1:${address.port}`;
  return { origin, asked, [Symbol.asyncDispose]: async () => void (await once(server.close(), 'close')) };
};
type Host = Awaited<ReturnType<typeof startHost>>;

let node: SocialNode;
let ann: PlainPeer;
let evil: Host;
beforeAll(async () => {
  node = await startSocialNode();
  ann = await startPlainPeer();
  const publicKeyPem = createPublicKey(evilKey).export({ type: 'spki', format: 'pem' });
  evil = await startHost((origin) => ({
    id: `${origin}/key`,
    type: 'CryptographicKey',
    owner: ann.actor,
    publicKeyPem,
  }));
});
afterAll(async () => {
  for (const one of [ann, evil, node]) await one[Symbol.asyncDispose]();
});

const changeField =
  (name: string, change: (value: string) => string) =>
  (wire: Wire): Wire => ({ ...wire, headers: { ...wire.headers, [name]: change(wire.headers[name] ?? '') } });

/** Right for the evil key, with a second signature that some would look at instead. */
const twoSignatures =
  (hide: string, visibleFirst: boolean) =>
  (wire: Wire): Wire => {
    const now = Math.floor(Date.now() / 1_000);
    const digest = `sha-256=:${createHash('sha256').update(wire.body).digest('base64')}:`;
    const covered = `("@method" "@target-uri" "content-digest" "date"${hide})`;
    const inner = `${covered};created=${now};keyid="${evil.origin}/key"`;
    const base = [
      '"@method": POST',
      `"@target-uri": ${wire.url.href}`,
      `"content-digest": ${digest}`,
      `"date"${hide}: ${wire.headers['date']}`,
      `"@signature-params": ${inner}`,
    ].join('\n');
    const visible = `a=("@method" "@target-uri" "content-digest");created=${now};keyid="${ann.key.id}"`;
    const inputs = visibleFirst ? [visible, `b=${inner}`] : [`b=${inner}`, visible];
    return {
      ...wire,
      headers: {
        ...wire.headers,
        'content-digest': digest,
        'signature-input': inputs.join(', '),
        signature: `b=:${sign('sha256', Buffer.from(base), evilKey).toString('base64')}:`,
      },
    };
  };

const signedByEvil = (): SendOptions => ({ key: { id: `${evil.origin}/key`, secret: evilKey } });
const asAnns = (from: string, to: string): SendOptions => ({
  ...signedByEvil(),
  tamper: changeField('signature', (value) => value.replace(from, to)),
});
const evilPair = (): string => `keyId="${evil.origin}/key"`;

const totalItems = async (): Promise<unknown> =>
  (JSON.parse((await ann.read(`${node.actor}/followers`)).body) as Json)['totalItems'];

describe("a follow in ann's name", () => {
  it.each<[string, () => SendOptions]>([
    ['signed with the key of another host that says to be hers', signedByEvil],
    [
      'with her key behind the other, and something behind hers',
      () => asAnns(evilPair(), `${evilPair()},keyId="${ann.key.id}"x`),
    ],
    ['with her key before the other', () => asAnns(evilPair(), `keyId="${ann.key.id}",${evilPair()}`)],
    ['with her key behind the other', () => asAnns(evilPair(), `${evilPair()},keyId="${ann.key.id}"`)],
    ['with hers within the other', () => asAnns(evilPair(), `keyId="${evil.origin}/key\\",keyId=\\"${ann.key.id}"`)],
    [
      'with two signatures, one hidden by a bracket',
      () => ({ headers: { date: new Date().toUTCString() }, spec: 'none', tamper: twoSignatures(';x="()"', true) }),
    ],
    [
      'with two signatures, hers first',
      () => ({ headers: { date: new Date().toUTCString() }, spec: 'none', tamper: twoSignatures('', true) }),
    ],
    [
      'with two signatures, hers last',
      () => ({ headers: { date: new Date().toUTCString() }, spec: 'none', tamper: twoSignatures('', false) }),
    ],
  ])('%s is refused', async (_, options) => {
    const accepted = await node.counted('accepted');
    expect(await ann.send(node.inbox, { type: 'Follow', object: node.actor }, options())).toMatchObject({
      status: 401,
    });
    expect(await node.counted('accepted')).toBe(accepted);
    expect(await totalItems()).toBe(0);
    expect(evil.asked).toEqual([]);
  });

  it('that a context makes hers is of who signed it', async () => {
    await using mallory = await startPlainPeer();
    const context = [
      'https://www.w3.org/ns/activitystreams',
      { actor: 'urn:nothing', hidden: { '@id': 'as:actor', '@type': '@id' } },
    ];
    await mallory.send(node.inbox, { '@context': context, type: 'Follow', object: node.actor, hidden: ann.actor });
    await mallory.waitFor(({ type }) => type === 'Accept');
    expect(ann.received).toEqual([]);
    await mallory.send(node.inbox, { type: 'Undo', object: { type: 'Follow', object: node.actor } });
    await eventually(async () => expect(await totalItems()).toBe(0));
  });
});

describe('a request without a good signature', () => {
  it('makes the node ask nobody but the host of its actor, and that once', async () => {
    await using third = await startHost(() => undefined);
    await using mallory = await startPlainPeer({
      actor: { publicKey: Array.from({ length: 1_500 }, (_, n) => `${third.origin}/${n}`) },
    });
    for (let n = 0; n < 3; n += 1)
      expect(await mallory.send(node.inbox, { type: 'Like', object: node.actor })).toMatchObject({ status: 401 });
    expect([mallory.reads.length, third.asked]).toEqual([1, []]);
  });

  it('makes the node read no key again and again, and takes no good one away', async () => {
    await using bob = await startPlainPeer();
    const like = { type: 'Like', object: node.actor };
    expect(await bob.send(node.inbox, like)).toMatchObject({ status: 202 });
    const bogus = { key: { id: bob.key.id, secret: evilKey } };
    bob.actorStatus = 503;
    for (let n = 0; n < 20; n += 1) expect(await bob.send(node.inbox, like, bogus)).toMatchObject({ status: 401 });
    expect(bob.reads).toHaveLength(1);
    expect(await bob.send(node.inbox, like)).toMatchObject({ status: 202 });
  });

  it('waits with few others for a host that does not answer, while the rest goes on', async () => {
    await using slow = await startPlainPeer();
    const { promise, resolve } = Promise.withResolvers<void>();
    slow.actorGate = promise;
    const answers = Array.from({ length: 12 }, () => slow.send(node.inbox, { type: 'Like', object: node.actor }));
    await eventually(async () => expect(await node.counted('rate-limited')).toBeGreaterThanOrEqual(4));
    expect(await ann.send(node.inbox, { type: 'Like', object: node.actor })).toMatchObject({ status: 202 });
    resolve();
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    expect(statuses.toSorted((one, other) => one - other)).toEqual([
      ...Array.from({ length: 8 }, () => 202),
      ...Array.from({ length: 4 }, () => 429),
    ]);
    expect(slow.reads).toHaveLength(1);
  });
});

const farewell = (actor: string): Json => ({ type: 'Delete', id: `${actor}#delete`, actor, object: actor });

describe('a farewell', () => {
  it('of somebody who is not known here is taken, and nobody is asked', async () => {
    await using gone = await startPlainPeer();
    gone.actorStatus = 410;
    const before = await node.counted('ignored');
    for (let n = 0; n < 5; n += 1)
      expect(await gone.send(node.inbox, farewell(`${gone.origin}/users/${n}`))).toMatchObject({ status: 202 });
    expect([await node.counted('ignored'), gone.reads]).toEqual([before + 5, []]);
  });

  it('counts once the host of its actor says that they are gone, and takes along what they said', async () => {
    await using cas = await startPlainPeer();
    const mention = [{ type: 'Mention', href: node.actor }];
    const note = { id: `${cas.actor}/1`, type: 'Note', attributedTo: cas.actor, content: 'Dag', tag: mention };
    await cas.send(node.inbox, { type: 'Create', object: note });
    await cas.send(node.inbox, { type: 'Follow', object: node.actor });
    await cas.waitFor(({ type }) => type === 'Accept');
    const said = async (): Promise<number> => (await node.commands.listReplies({ limit: 5 })).length;
    expect([await totalItems(), await said()]).toEqual([1, 1]);

    // Their key is not known under this name, and a stranger could say the same.
    const withNoKey = { key: { id: `${cas.actor}#none`, secret: evilKey } };
    cas.actorStatus = 404;
    expect(await cas.send(node.inbox, farewell(cas.actor), withNoKey)).toMatchObject({ status: 202 });
    expect([await totalItems(), await said()]).toEqual([1, 1]);
    cas.actorStatus = 410;
    const later = { key: { id: `${cas.actor}#later`, secret: evilKey } };
    expect(await cas.send(node.inbox, farewell(cas.actor), later)).toMatchObject({ status: 202 });
    expect([await totalItems(), await said()]).toEqual([0, 0]);
  });
});
