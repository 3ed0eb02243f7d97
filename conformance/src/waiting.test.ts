import { describe, expect, it } from 'vitest';
import { TinyPublisher, tinyNowMs } from './broken/tiny-publisher/tiny-publisher.ts';
import { tinyOrigin } from './broken/tiny-publisher/town.ts';
import type { ConformanceResult } from './result/result.ts';
import { type ConformanceOptions, runConformance, UrlInvalidError } from './run-conformance.ts';
import { runLimits } from './run/limits.ts';
import type { Progress } from './run/progress.ts';

/** Tests a publisher where somebody changes something when that is asked for. */
const run = async (
  options: Partial<ConformanceOptions>,
): Promise<{ readonly result: ConformanceResult; readonly asked: readonly string[] }> => {
  const publisher = new TinyPublisher({ class: 'federated' });
  const asked: string[] = [];
  let changing: Promise<void> | undefined;
  const onProgress = (progress: Progress): void => {
    if (progress.step !== 'waiting') return;
    asked.push(progress.words);
    changing ??= publisher.beforeLate();
  };
  const result = await runConformance({
    url: `${tinyOrigin}/`,
    classes: ['federated'],
    fetch: publisher.fetch,
    callback: publisher.callback,
    patienceMs: 0,
    seed: 'waiting',
    now: () => tinyNowMs,
    limits: { retryAfterMs: 1 },
    onProgress,
    ...options,
  });
  return { result, asked };
};

const unavailable = () => Promise.resolve(new Response(null, { status: 503 }));

const outcomesOf = ({ checks }: ConformanceResult, ...names: readonly string[]) =>
  names.map((name) => checks.find((check) => check.name === name)?.outcome);

const ofChanges = [
  'notice-of-change',
  'notices-are-few',
  'changes-move-up',
  'no-empty-changes',
  'tombstone-for-deleted',
];

describe('a run that waits for somebody', () => {
  it('asks for a change, and tests notices and changes by it', async () => {
    const { result, asked } = await run({ waitMs: 1 });
    expect(outcomesOf(result, ...ofChanges)).toEqual(ofChanges.map(() => 'passed'));
    expect(asked[0]).toMatch(/the price of https?:\/\/\S+\/offers\/\S+, and delete/);
    expect(result.notes.join(' ')).toContain('the feed changed');
  });

  it('says so where nothing changed, and fails nobody for it', async () => {
    const { result } = await run({ waitMs: 1, onProgress: () => {} });
    expect(outcomesOf(result, 'notice-of-change', 'changes-move-up')).toEqual(['inapplicable', 'not-tested']);
    expect(result.notes.join(' ')).toContain('the feed did not change');
  });

  it('asks nobody unless it is told to', async () => {
    const { result, asked } = await run({});
    expect(asked).toEqual([]);
    expect(result.notes.join(' ')).not.toContain('waited');
  });

  it('waits for nobody where no publisher answers', async () => {
    const { result, asked } = await run({ waitMs: runLimits.waitMsMax, fetch: unavailable });
    expect([result.verdict, asked]).toEqual(['not-tested', []]);
  });

  it.each([-1, runLimits.waitMsMax + 1, Number.NaN])('refuses to wait %d milliseconds', async (waitMs) => {
    await expect(run({ waitMs })).rejects.toThrow(RangeError);
    // One that is allowed comes to the next fault.
    await expect(run({ waitMs: runLimits.waitMsMax, url: 'nowhere' })).rejects.toThrow(UrlInvalidError);
  });
});
