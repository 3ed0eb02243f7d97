import { vi } from 'vitest';

/** Waits until something holds: what is sent arrives when it arrives. */
export const eventually = (check: () => Promise<unknown> | void): Promise<unknown> =>
  vi.waitFor(check, { timeout: 30_000, interval: 20 });
