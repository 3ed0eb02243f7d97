import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFederationStore } from '../store/open-federation-store.ts';
import { scratchFolder } from '../store/store.fixture.ts';
import { exportActorKeys } from './actor-key-file.ts';
import { openActorKeys } from './actor-keys.ts';
import { keylessQueue } from './keyless-queue.ts';

const clock = { now: () => Date.now() };
const actor = 'https://winkels.example/actors/winkel';

it('stores no key, and hands out the one that its actor has when the message goes', async () => {
  await using scratch = await scratchFolder();
  const keys = await openActorKeys(join(scratch.path, 'k'), clock);
  const old = await exportActorKeys(await keys.of('winkel'));
  await using store = await openFederationStore(join(scratch.path, 'f'), { clock });
  const queue = keylessQueue(store.queues.outbox, keys);
  await queue.enqueue({
    type: 'outbox',
    inbox: 'https://elders.example/inbox',
    keys: [
      { keyId: `${actor}#main-key`, privateKey: old.rsa.privateKey },
      { keyId: `${actor}#key-2`, privateKey: old.ed25519.privateKey },
    ],
  });
  await queue.enqueueMany?.([{ type: 'other', some: 1 }]);
  const stored = JSON.stringify(await store.tables.read('outbox-ready', { limit: 10 }));
  expect(stored).toContain('main-key');
  expect(stored).not.toContain(String(old.rsa.privateKey['d']));
  expect(stored).not.toContain(String(old.ed25519.privateKey['d']));

  const renewed = await exportActorKeys(await keys.renew('winkel'));
  const handed: unknown[] = [];
  const stop = new AbortController();
  await queue.listen(
    (message) => {
      handed.push(message);
      if (handed.length === 2) stop.abort();
    },
    { signal: stop.signal },
  );
  expect(handed).toContainEqual({
    type: 'outbox',
    inbox: 'https://elders.example/inbox',
    keys: [
      { keyId: `${actor}#main-key-2`, privateKey: renewed.rsa.privateKey },
      { keyId: `${actor}#key-2`, privateKey: renewed.ed25519.privateKey },
    ],
  });
  expect(handed).toContainEqual({ type: 'other', some: 1 });
});
