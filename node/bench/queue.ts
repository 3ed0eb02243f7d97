import { systemClock } from '../src/model/clock.ts';
import { openFederationStore } from '../src/federation/store/open-federation-store.ts';
import { scratchFolder } from './bench-node.ts';
import { type Figure, perSecond, printTable } from './table.ts';

/** How the messages come. */
interface Way {
  readonly what: string;
  readonly target: string;
  readonly messages: number;
  /** Calls under way at the same time, and messages of each. */
  readonly calls: number;
  readonly messagesOfCall: number;
  readonly orderingKeys?: number;
  /** Wait with handling until all are there: a backlog. */
  readonly backlog?: boolean;
}

const ways: readonly Way[] = [
  { what: 'one at a time, 64 calls under way', target: '≥ 5,000/s', messages: 50_000, calls: 64, messagesOfCall: 1 },
  {
    what: 'the same, in 50 ordering keys',
    target: '–',
    messages: 50_000,
    calls: 64,
    messagesOfCall: 1,
    orderingKeys: 50,
  },
  { what: '200 in one call, one call at a time', target: '–', messages: 50_000, calls: 1, messagesOfCall: 200 },
  { what: 'one call at a time: a sync each', target: '–', messages: 1_000, calls: 1, messagesOfCall: 1 },
  {
    what: 'a backlog, from the first handled',
    target: '–',
    messages: 100_000,
    calls: 1,
    messagesOfCall: 1_000,
    backlog: true,
  },
];

// As large as a small delivery.
const message = { type: 'outbox', inbox: 'https://peer.example/inbox', activity: 'x'.repeat(400) };

const measure = async ({ messages, calls, messagesOfCall, orderingKeys, backlog }: Way): Promise<number> => {
  await using folder = await scratchFolder();
  const store = await openFederationStore(`${folder.path}/federation`, { clock: systemClock });
  const { outbox } = store.queues;
  const all = Promise.withResolvers<void>();
  let handled = 0;
  const listen = (): void =>
    void outbox.listen(() => {
      handled += 1;
      if (handled === messages) all.resolve();
    });
  let sent = 0;
  const send = async (): Promise<void> => {
    while (sent < messages) {
      const orderingKey = orderingKeys === undefined ? {} : { orderingKey: `key-${sent % orderingKeys}` };
      sent += messagesOfCall;
      await outbox.enqueueMany(
        Array.from({ length: messagesOfCall }, () => message),
        orderingKey,
      );
    }
  };
  let startedAt = performance.now();
  if (backlog !== true) listen();
  await Promise.all(Array.from({ length: calls }, send));
  if (backlog === true) {
    startedAt = performance.now();
    listen();
  }
  await all.promise;
  // Closing it waits until the disk knows that the last ones are done.
  await store[Symbol.asyncDispose]();
  return (performance.now() - startedAt) / 1_000;
};

/** Measures the message queue of federation, from enqueue to handled, each accepted message synced. */
export const benchQueue = async (): Promise<void> => {
  const figures: Figure[] = [];
  for (const way of ways)
    figures.push({ what: way.what, value: perSecond(way.messages, await measure(way)), target: way.target });
  printTable('Message queue: enqueued, on disk, handled, acknowledged', figures);
};
