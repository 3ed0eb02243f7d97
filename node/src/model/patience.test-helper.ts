/**
 * How long tests look for what happens by itself: `expect.poll` and `vi.waitFor` give up after a second, and a busy machine needs longer.
 * Where it does happen, nobody waits.
 */
export const patience = { timeout: 30_000, interval: 20 } as const;
