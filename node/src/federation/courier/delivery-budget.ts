import { AsyncLocalStorage } from 'node:async_hooks';
import { FetchError } from '../fetching/fetched.ts';
import { type DeliveryLimits, deliveryLimits } from './limits.ts';

interface Budget {
  requests: number;
  readonly untilMs: number;
}

const budgets = new AsyncLocalStorage<Budget>();

/** Runs a delivery, with redirects and second knocks, within one time and so many requests. */
export const withinBudget = <T>(work: () => Promise<T>, limits: DeliveryLimits = deliveryLimits): Promise<T> =>
  budgets.run({ requests: limits.requestsMax, untilMs: performance.now() + limits.totalMs }, work);

/**
 * Spends one request of the delivery that runs; any other request has a budget of its own.
 * @returns milliseconds that it may take
 * @throws {FetchError} `too-many-redirects`, `total-timeout`
 */
export const spendRequest = (limits: DeliveryLimits): number => {
  const budget = budgets.getStore();
  if (budget === undefined) return limits.totalMs;
  if (budget.requests <= 0) throw new FetchError('too-many-redirects');
  budget.requests -= 1;
  const leftMs = budget.untilMs - performance.now();
  if (leftMs <= 0) throw new FetchError('total-timeout');
  return leftMs;
};
