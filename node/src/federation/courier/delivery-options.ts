import { createExponentialBackoffPolicy, type FederationOptions } from '@fedify/fedify';
import { keylessQueue } from '../actors/keyless-queue.ts';
import { withKeyAddresses } from '../actors/signed-reads.ts';
import type { Blocks } from '../blocks/block.ts';
import { createFollowerTender } from '../followers/tend-followers.ts';
import { createDocumentLoaders } from '../inbox/document-loaders.ts';
import type { FederationParts } from '../parts.ts';
import { deliveryLimits } from './limits.ts';
import { watchDeliveries } from './watch-deliveries.ts';

/** How Fedify keeps, fetches and delivers: everything goes through the node's own store, fetcher and block list. */
export const deliveryOptions = ({
  store,
  fetcher,
  followers,
  clock,
  logger,
  settings,
  keys,
  blocks,
}: FederationParts & { readonly blocks: Blocks }): FederationOptions<void> => {
  const isBlocked = (hostname: string): boolean => blocks.isBlocked(hostname);
  const tender = createFollowerTender({
    followers,
    clock,
    logger,
    goneDays: settings.followerGoneDays,
    isBlocked,
  });
  const outbox = watchDeliveries(store.queues.outbox, tender);
  const loaders = createDocumentLoaders(fetcher, store.kv, clock);
  return {
    ...loaders,
    authenticatedDocumentLoaderFactory: withKeyAddresses(loaders.authenticatedDocumentLoaderFactory, keys),
    kv: store.kv,
    queue: {
      inbox: store.queues.inbox,
      outbox: keylessQueue(outbox.queue, keys, clock),
      fanout: keylessQueue(store.queues.fanout, keys, clock),
    },
    onOutboxError: outbox.onError,
    // A 404 is also what a host answers that is being set up anew.
    permanentFailureStatusCodes: [410],
    outboxRetryPolicy: createExponentialBackoffPolicy({
      initialDelay: { milliseconds: deliveryLimits.firstRetryMs },
      maxDelay: { milliseconds: deliveryLimits.retryMsMax },
      maxAttempts: deliveryLimits.attemptsMax,
    }),
    // It holds messages back without saying so; who can't be reached gets no further notices instead.
    circuitBreaker: false,
    // The guard of the inboxes has done so, and hands on nothing else (inbox/create-inbox.ts).
    skipSignatureVerification: true,
    // Some servers answer 202 to an RFC 9421 signature that they then drop.
    firstKnock: 'draft-cavage-http-signatures-12',
    manuallyStartQueue: true,
    origin: settings.origin,
  };
};
