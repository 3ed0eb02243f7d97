import { beforeEach, describe, expect, it, vi } from 'vitest';
import { offer, startIngest } from './ingest.fixture.ts';
import { ingestLimits } from './limits.ts';

let { log, ingest } = startIngest();
beforeEach(() => {
  ({ log, ingest } = startIngest());
});

/** Updates of one thing each, all at once. */
const update = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, index) => ingest.update([offer('one', `${count}-${index}`)])));

describe('updates', () => {
  it('share a write up to the limit of things, and one past it makes another', async () => {
    const append = vi.spyOn(log, 'append');
    await update(ingestLimits.groupThings);
    expect(append).toHaveBeenCalledTimes(1);
    append.mockClear();
    await update(ingestLimits.groupThings + 1);
    expect(append).toHaveBeenCalledTimes(2);
  });

  it('that wait together share a write, and each gets its own answer', async () => {
    const append = vi.spyOn(log, 'append');
    await ingest.update([offer('one', 'z')]);
    append.mockClear();
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, index) => ingest.update([offer('one', index === 9 ? 'z' : `p${index}`)])),
    );
    expect(answers.flat().filter((outcome) => outcome === 'added').length).toBe(63);
    expect(answers[9]).toEqual(['unchanged']);
    expect(append.mock.calls.length).toBeLessThan(4);
    expect(append.mock.calls.every(([, { durable }]) => durable)).toBe(true);
  });
});
