import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ThingId } from '@openstraat/spec';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeLog, RecordChange } from './change-log.ts';
import { changesTo, HandClock, testOrigin, walk } from './log.fixture.ts';
import { MemoryChangeLog } from './memory-change-log.ts';
import { openLevelChangeLog } from './open-level-change-log.ts';

type Step =
  | {
      readonly do: 'append';
      readonly things: readonly (readonly [number, string | undefined])[];
      readonly records: readonly RecordChange[];
    }
  | { readonly do: 'tick'; readonly ms: number }
  | { readonly do: 'drop'; readonly share: number }
  | { readonly do: 'origin'; readonly origin: string }
  | { readonly do: 'epoch' | 'reopen' };

const ids: readonly ThingId[] = [
  '/places/a',
  '/places/b',
  '/offers/1.a',
  '/offers/1.b',
  '/products/1',
  '/sources/a',
  '/events/é',
];

const record = fc.record({
  table: fc.constantFrom('mark' as const, 'node' as const),
  key: fc.constantFrom('', 'a', 'a!b', '\u{ffff}', '😀'),
  value: fc.option(fc.string({ unit: 'grapheme', maxLength: 5 }), { nil: undefined }),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('append' as const),
      things: fc.uniqueArray(
        fc.tuple(fc.nat(ids.length - 1), fc.option(fc.constantFrom('x', 'y', 'z'), { nil: undefined })),
        { selector: ([index]) => index, maxLength: ids.length },
      ),
      records: fc.array(record, { maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('tick' as const), ms: fc.integer({ min: -5, max: 5 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('drop' as const), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
  },
  {
    arbitrary: fc.record({
      do: fc.constant('origin' as const),
      origin: fc.constantFrom('https://a.example', 'https://b.example'),
    }),
    weight: 1,
  },
  { arbitrary: fc.record({ do: fc.constantFrom('epoch' as const, 'reopen' as const) }), weight: 1 },
);

const apply = async (log: ChangeLog, taken: Step, clock: HandClock): Promise<void> => {
  if (taken.do === 'append') {
    const changes = await changesTo(
      log,
      taken.things.map(([index, text]) => [ids[index] ?? '/places/a', text] as const),
    );
    const things = changes.filter(({ text, previous }) => text !== undefined || previous?.hash !== undefined);
    await log.append({ things, records: taken.records }, { durable: false });
  } else if (taken.do === 'drop') {
    await log.dropTombstones(clock.nowMs * 1_000 + Math.floor(taken.share * 40) - 20);
  } else if (taken.do === 'origin') await log.changeOrigin(taken.origin);
  else if (taken.do === 'epoch') await log.renewEpoch();
};

const everything = async (log: ChangeLog) => ({
  origin: log.origin,
  head: log.head(),
  entries: await walk(log, 2),
  states: await log.states(ids),
  ids: await log.ids('/', { limit: 100 }),
  marks: await log.records('mark', '', { limit: 100 }),
  facts: await log.records('node', 'a', { limit: 100 }),
  wrong: await log.verify(),
});

const countedEpochs = () => {
  let count = 0;
  return () => {
    count += 1;
    return `e${count}`;
  };
};

describe('LevelChangeLog and MemoryChangeLog', () => {
  it('are the same after any changes, also when one was closed in between', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'openstraat-log-'));
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        runs += 1;
        const clock = new HandClock();
        const options = { origin: testOrigin, clock, randomEpoch: countedEpochs() };
        const memory = new MemoryChangeLog({ ...options, randomEpoch: countedEpochs() });
        const path = join(folder, String(runs));
        let level = await openLevelChangeLog(path, options);
        try {
          for (const taken of steps) {
            if (taken.do === 'tick') clock.nowMs += taken.ms;
            else if (taken.do === 'reopen') {
              const { origin } = level;
              await level[Symbol.asyncDispose]();
              level = await openLevelChangeLog(path, { ...options, origin });
            } else {
              await apply(memory, taken, clock);
              await apply(level, taken, clock);
            }
          }
          const seen = await everything(level);
          expect(seen).toEqual(await everything(memory));
          expect(seen.wrong).toEqual([]);
        } finally {
          await level[Symbol.asyncDispose]();
        }
      }),
      { numRuns: 80, seed: 20_260_105 },
    );
    await rm(folder, { recursive: true, force: true });
  });
});
