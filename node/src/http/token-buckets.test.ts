import { describe, expect, it } from 'vitest';
import { createTokenBuckets } from './token-buckets.ts';

const clock = { nowMs: 1_000_000, now: () => clock.nowMs };
const make = (clientsMax = 10) => createTokenBuckets(clock, { quota: 3, windowMs: 60_000, clientsMax });

describe('token buckets', () => {
  it('give the quota at once, and refuse one past it with the time until the next', () => {
    const buckets = make();
    expect([1, 2, 3].map(() => buckets.take('a').allowed)).toEqual([true, true, true]);
    expect(buckets.take('a')).toEqual({ allowed: false, remaining: 0, resetSeconds: 60, retryAfterSeconds: 20 });
    expect(buckets.take('b')).toMatchObject({ allowed: true, remaining: 2 });
  });

  it('give one more at the very moment that they said, and not a millisecond before', () => {
    const buckets = make();
    for (let count = 0; count < 3; count++) buckets.take('a');
    clock.nowMs += 19_999;
    expect(buckets.take('a')).toMatchObject({ allowed: false, retryAfterSeconds: 1 });
    clock.nowMs += 1;
    expect(buckets.take('a').allowed).toBe(true);
    expect(buckets.take('a').allowed).toBe(false);
  });

  it('take back what was given for nothing, and never more than the quota', () => {
    const buckets = make();
    for (let count = 0; count < 3; count++) buckets.take('a');
    expect(buckets.giveBack('a')).toMatchObject({ allowed: true, remaining: 1 });
    expect([buckets.take('a').allowed, buckets.take('a').allowed]).toEqual([true, false]);
    expect(buckets.giveBack('b').remaining).toBe(3);
  });

  it('never hold more than the quota, and lose nothing to a clock that is set back', () => {
    const buckets = make();
    buckets.take('a');
    clock.nowMs += 3_600_000;
    expect(buckets.take('a').remaining).toBe(2);
    clock.nowMs -= 1_800_000;
    expect(buckets.take('a')).toMatchObject({ allowed: true, remaining: 1 });
  });

  it('remember as many clients as the limit, and forget the quietest for one past it', () => {
    const buckets = make(2);
    for (let count = 0; count < 3; count++) buckets.take('a');
    buckets.take('b');
    expect(buckets.take('a').allowed).toBe(false);
    buckets.take('c');
    expect(buckets.size).toBe(2);
    expect(buckets.take('a').allowed).toBe(false);
    expect(buckets.take('b').remaining).toBe(2);
    expect(buckets.size).toBe(2);
  });
});
