import { MemoryKvStore } from '@fedify/fedify';
import { expect, it } from 'vitest';
import { HandClock } from '../store/store.fixture.ts';
import { createInbox } from './create-inbox.ts';
import { inboxLimits } from './limits.ts';

it('sends away who asks too often, before anything is read, and says for how long', async () => {
  const counted: string[] = [];
  const kv = new MemoryKvStore();
  const inbox = createInbox({
    origin: 'https://own.example',
    kv,
    clock: new HandClock(),
    keys: { find: () => Promise.reject(new Error()), findAnew: () => Promise.reject(new Error()) },
    hasActor: () => true,
    isBlocked: () => false,
    isIgnored: () => Promise.resolve(false),
    isKnown: () => Promise.resolve(false),
    onGone: () => Promise.resolve(false),
    count: (outcome) => counted.push(outcome),
    limits: { ...inboxLimits, clientRequestsAMinuteMax: 1 },
  });
  const post = (client: string, path = '/inbox') =>
    inbox.receive(new Request(`https://own.example${path}`, { method: 'POST', body: '{}' }), client, () =>
      Promise.reject(new Error('nothing is delivered')),
    );
  expect((await post('one'))?.status).toBe(415);
  const refused = await post('one');
  expect([refused?.status, refused?.headers.get('retry-after'), refused?.headers.get('content-type')]).toEqual([
    429,
    '60',
    'application/problem+json',
  ]);
  expect((await post('two', '/actors/node/inbox'))?.status).toBe(415);
  expect(counted).toEqual(['malformed', 'rate-limited', 'malformed']);
  // Everything else is not its business.
  expect(await post('one', '/feed')).toBeUndefined();
  expect(
    await inbox.receive(new Request('https://own.example/inbox'), 'one', () => Promise.reject(new Error())),
  ).toBeUndefined();
});
