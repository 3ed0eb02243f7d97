import { expect, it } from 'vitest';
import { fetchLimits, limitsWith } from './limits.ts';

const { requestsAtOnce } = fetchLimits;

it.each([
  [undefined, requestsAtOnce],
  [requestsAtOnce, requestsAtOnce],
  [requestsAtOnce + 1, requestsAtOnce],
  [1, 1],
  [0, 1],
  [Number.NaN, 1],
])('of %s requests at once, %i', (wanted, expected) => {
  expect(limitsWith(wanted === undefined ? {} : { requestsAtOnce: wanted }).requestsAtOnce).toBe(expected);
});
