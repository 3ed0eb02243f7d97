import { expect, it } from 'vitest';
import { patience } from '../../model/patience.test-helper.ts';
import { queueLimits } from '../limits.ts';
import { openFederationStore } from '../store/open-federation-store.ts';
import { HandClock, scratchFolder } from '../store/store.fixture.ts';
import { hostOfMessage } from './host-of-message.ts';

it.each([
  [{ type: 'outbox', inbox: 'https://a.example:8443/users/ann/inbox' }, 'a.example'],
  [{ type: 'inbox', activity: { type: 'Like', actor: 'https://b.example/users/ben' } }, 'b.example'],
  [{ type: 'inbox', activity: { actor: { id: 'https://b.example/users/ben' } } }, 'b.example'],
  [{ type: 'inbox', activity: { actor: 'nobody' } }, undefined],
  [{ type: 'fanout', inboxes: {} }, undefined],
  [undefined, undefined],
])('%j meets the host %s', (message, host) => {
  expect(hostOfMessage(message)).toBe(host);
});

const to = (host: string) => ({ type: 'outbox', inbox: `https://${host}/inbox` });

it('a domain with a host for each message keeps no other from its turn', async () => {
  await using scratch = await scratchFolder();
  await using store = await openFederationStore(scratch.path, { clock: new HandClock(), hostOf: hostOfMessage });
  const subdomains = Array.from({ length: queueLimits.handlersAtOnce * 2 }, (_, number) => `h${number}.evil.example`);
  await store.queues.outbox.enqueueMany([...subdomains, 'town.example'].map(to));
  const met: (string | undefined)[] = [];
  const stop = new AbortController();
  const gate = Promise.withResolvers<void>();
  const listening = store.queues.outbox.listen(
    async (message: unknown) => {
      const host = hostOfMessage(message);
      met.push(host);
      if (host === 'evil.example') await gate.promise;
    },
    { signal: stop.signal },
  );
  await expect.poll(() => met, patience).toContain('town.example');
  expect(met.filter((host) => host === 'evil.example')).toHaveLength(queueLimits.handlersAHost);
  stop.abort();
  gate.resolve();
  await listening;
});
