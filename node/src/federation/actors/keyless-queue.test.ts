import { join } from 'node:path';
import { verifyDocument } from '@openstraat/spec';
import { exportMultibaseKey } from '@fedify/vocab-runtime';
import { expect, it } from 'vitest';
import { openFederationStore } from '../store/open-federation-store.ts';
import { scratchFolder } from '../store/store.fixture.ts';
import { exportActorKeys } from './actor-key-file.ts';
import { openActorKeys } from './actor-keys.ts';
import { keylessQueue } from './keyless-queue.ts';

const clock = { now: () => Date.now() };
const actor = 'https://winkels.example/actors/winkel';

const said = { '@context': 'https://www.w3.org/ns/activitystreams', id: `${actor}#update-1`, type: 'Update', actor };

it('stores no key, and signs with those that its actor has when the message goes', async () => {
  await using scratch = await scratchFolder();
  const keys = await openActorKeys(join(scratch.path, 'k'), clock);
  const old = await exportActorKeys(await keys.of('winkel'));
  await using store = await openFederationStore(join(scratch.path, 'f'), { clock });
  const queue = keylessQueue(store.queues.outbox, keys, clock);
  await queue.enqueue({
    type: 'outbox',
    inbox: 'https://elders.example/inbox',
    keys: [{ keyId: `${actor}#main-key`, privateKey: old.rsa.privateKey }],
    activity: { ...said, to: 'as:Public', proof: { proofValue: 'old' }, signature: { signatureValue: 'old' } },
  });
  await queue.enqueueMany?.([{ type: 'other', some: 1 }]);
  const stored = JSON.stringify(await store.tables.read('outbox-ready', { limit: 10 }));
  expect(stored).toContain('main-key');
  expect(stored).not.toContain(String(old.rsa.privateKey['d']));

  const renewed = await keys.renew('winkel', 0);
  const handed: unknown[] = [];
  const stop = new AbortController();
  await queue.listen(
    (message) => {
      handed.push(message);
      if (handed.length === 2) stop.abort();
    },
    { signal: stop.signal },
  );
  expect(handed).toContainEqual({ type: 'other', some: 1 });
  const sent = handed.find((message) => (message as { type: string }).type === 'outbox') as { activity: object };
  expect(sent).toMatchObject({
    inbox: 'https://elders.example/inbox',
    keys: [{ keyId: `${actor}#main-key-2`, privateKey: (await exportActorKeys(renewed)).rsa.privateKey }],
  });
  expect(sent.activity).toEqual({
    ...said,
    to: ['https://www.w3.org/ns/activitystreams#Public'],
    proof: expect.objectContaining({ verificationMethod: `${actor}#proof-key-2` }) as unknown,
  });
  expect(verifyDocument(sent.activity, await exportMultibaseKey(renewed.ed25519.publicKey))).toBe(true);
});
