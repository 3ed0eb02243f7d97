import { AsyncLocalStorage } from 'node:async_hooks';
import type { Activity } from '@fedify/vocab';
import type { Envelope } from './read-envelope.ts';

/** A request on its way through Fedify, and who was found to have sent it. */
interface Exchange {
  readonly envelope: Envelope;
  isOther: boolean;
}

const exchanges = new AsyncLocalStorage<Exchange>();

/**
 * Whether an activity says as JSON-LD what it says as JSON: a context that gives words another meaning could make it somebody else's.
 * An id that is missing, or several actors, are never the same.
 */
export const isOfEnvelope = (activity: Activity, { id, actor }: Pick<Envelope, 'id' | 'actor'>): boolean =>
  id !== undefined &&
  activity.id?.href === URL.parse(id)?.href &&
  activity.actorIds.length === 1 &&
  activity.actorId?.href === URL.parse(actor)?.href;

/** Runs the delivery of an activity to Fedify. @returns undefined when Fedify read another activity than the envelope says */
export const inExchange = async (
  envelope: Envelope,
  deliver: () => Promise<Response>,
): Promise<Response | undefined> => {
  const exchange: Exchange = { envelope, isOther: false };
  try {
    return await exchanges.run(exchange, deliver);
  } catch (error) {
    if (exchange.isOther) return undefined;
    throw error;
  }
};

/** What Fedify calls with a verified activity before it keeps it. @throws {Error} when it is not that of the envelope */
export const checkExchange = (activity: Activity): void => {
  const exchange = exchanges.getStore();
  if (exchange === undefined || isOfEnvelope(activity, exchange.envelope)) return;
  exchange.isOther = true;
  throw new Error('The activity is not what its JSON says.');
};
