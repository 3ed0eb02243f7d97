/** What a delivery may cost, and how it is tried again: about five days, the last waits half a day each. */
export const deliveryLimits = {
  connectMs: 10_000,
  /** Until the head of an answer is there. */
  headersMs: 10_000,
  /** Redirects and a second knock included. */
  totalMs: 15_000,
  /** First and second knock, at an inbox that has moved three times or less. */
  requestsMax: 5,
  /** Of an answer, which nobody reads but for what it says of a failure. */
  answerBytesMax: 64 << 10,
  firstRetryMs: 10_000,
  retryMsMax: 43_200_000,
  attemptsMax: 21,
} as const;
export type DeliveryLimits = { readonly [name in keyof typeof deliveryLimits]: number };
