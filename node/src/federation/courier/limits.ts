/** How deliveries are tried again: about five days, the last waits half a day each. */
export const deliveryLimits = {
  firstRetryMs: 10_000,
  retryMsMax: 43_200_000,
  attemptsMax: 21,
} as const;
