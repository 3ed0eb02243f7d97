import { vi } from 'vitest';
import { patience } from '../../src/model/patience.test-helper.ts';

/** Waits until something holds: what is sent arrives when it arrives. */
export const eventually = (check: () => Promise<unknown> | void): Promise<unknown> => vi.waitFor(check, patience);
