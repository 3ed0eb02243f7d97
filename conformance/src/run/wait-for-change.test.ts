import { describe, expect, it } from 'vitest';
import { runLimits } from './limits.ts';
import { waitForChange } from './wait-for-change.ts';

const { lookAgainMs, settleMs } = runLimits;

/** Waits in virtual time for a feed whose head is as told at each moment. */
const wait = async (
  waitMs: number,
  headAt: (ms: number) => number | undefined,
  signal = new AbortController().signal,
) => {
  let nowMs = 0;
  const told: number[] = [];
  const waited = await waitForChange(waitMs, {
    readHead: () => Promise.resolve(headAt(nowMs)),
    pause: (ms) => {
      nowMs += ms;
      return Promise.resolve();
    },
    tell: (remainingMs) => void told.push(remainingMs),
    signal,
  });
  return { waited, nowMs, told };
};

describe('waiting for a change', () => {
  it('takes no time, and asks nothing, unless it is asked for', async () => {
    const asked = await wait(0, () => {
      throw new Error('the head was read');
    });
    expect(asked).toEqual({ waited: 'not-waited', nowMs: 0, told: [] });
  });

  it('goes on once the feed has changed and nothing more comes', async () => {
    const { waited, nowMs } = await wait(600_000, (ms) => (ms < 3 * lookAgainMs ? 7 : 8));
    expect([waited, nowMs]).toEqual(['changed', 3 * lookAgainMs + settleMs]);
  });

  it('leaves time for a second change behind the first', async () => {
    const { nowMs } = await wait(600_000, (ms) => 7 + Math.min(2, Math.floor(ms / lookAgainMs)));
    expect(nowMs).toBe(2 * lookAgainMs + settleMs);
  });

  it('ends in time, and says how much is left', async () => {
    const { waited, nowMs, told } = await wait(lookAgainMs + 1, () => 7);
    expect([waited, nowMs, told]).toEqual(['unchanged', lookAgainMs + 1, [lookAgainMs + 1, 1]]);
  });

  it('sees a change in the last moment', async () => {
    const { waited } = await wait(lookAgainMs, (ms) => (ms < lookAgainMs ? 7 : 8));
    expect(waited).toBe('changed');
  });

  it('takes a look that fails for nothing, and a feed without a checkpoint for one that it can not see', async () => {
    const flaky = await wait(4 * lookAgainMs, (ms) => (ms === 2 * lookAgainMs ? undefined : 7));
    expect(flaky.waited).toBe('unchanged');
    const unseen = await wait(4 * lookAgainMs, () => undefined);
    expect([unseen.waited, unseen.nowMs]).toEqual(['out-of-sight', 4 * lookAgainMs]);
  });

  it('ends with the run', async () => {
    const { nowMs } = await wait(600_000, () => 7, AbortSignal.abort());
    expect(nowMs).toBe(0);
  });
});
