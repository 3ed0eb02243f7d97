import { AsyncLocalStorage } from 'node:async_hooks';
import type { MessageQueue } from '@fedify/fedify';
import { z } from 'zod';
import { withinBudget } from './delivery-budget.ts';

/** A delivery of one activity to one inbox. */
export interface Delivery {
  readonly inbox: string;
  /** Addresses of the actors that it is for. */
  readonly actors: readonly string[];
}

/** What is told of deliveries. */
export interface DeliveryWatcher {
  /** Whether it goes out at all. */
  mayGo(delivery: Delivery): boolean;
  delivered(delivery: Delivery): Promise<void>;
  failed(delivery: Delivery, error: Error): Promise<void>;
}

/** As much of Fedify's message as says where it goes. */
const messageSchema = z.object({
  type: z.literal('outbox'),
  inbox: z.string(),
  actorIds: z.array(z.string()).default([]),
});

/** A queue that tells what becomes of its deliveries. */
export interface WatchedOutbox {
  readonly queue: MessageQueue;
  /** For Fedify to call when a delivery fails: it does not say which one that is. */
  readonly onError: (error: Error) => void;
}

/** Watches the deliveries of a queue: Fedify says when one failed, and nothing when one arrived. */
export const watchDeliveries = (queue: MessageQueue, watcher: DeliveryWatcher): WatchedOutbox => {
  const attempts = new AsyncLocalStorage<{ error: Error | undefined }>();
  return {
    onError: (error) => {
      const attempt = attempts.getStore();
      if (attempt !== undefined) attempt.error = error;
    },
    queue: {
      nativeRetrial: queue.nativeRetrial === true,
      enqueue: (message: unknown, options) => queue.enqueue(message, options),
      enqueueMany: async (messages, options) => {
        if (queue.enqueueMany !== undefined) return queue.enqueueMany(messages, options);
        for (const message of messages) await queue.enqueue(message, options);
      },
      ...(queue.getDepth === undefined ? {} : { getDepth: queue.getDepth.bind(queue) }),
      listen: (handler: (message: unknown) => Promise<void> | void, options) =>
        queue.listen(async (message: unknown) => {
          const parsed = messageSchema.safeParse(message).data;
          if (parsed === undefined) return handler(message);
          const delivery: Delivery = { inbox: parsed.inbox, actors: parsed.actorIds };
          if (!watcher.mayGo(delivery)) return;
          const attempt: { error: Error | undefined } = { error: undefined };
          await attempts.run(attempt, () => withinBudget(async () => handler(message)));
          await (attempt.error === undefined ? watcher.delivered(delivery) : watcher.failed(delivery, attempt.error));
        }, options),
    },
  };
};
