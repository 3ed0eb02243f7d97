/** How often people may be led to their own server: each time another server is asked. Tested at the limit and one past it. */
export const followLimits = {
  windowMs: 60_000,
  /** One client; everybody together who can't be told apart. */
  clientQuota: 10,
  /** All clients. */
  allQuota: 120,
  clientsRememberedMax: 10_000,
} as const;
