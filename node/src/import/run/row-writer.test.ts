import { gtinCheckDigit, parseGtin } from '@openstraat/spec';
import { expect, it } from 'vitest';
import { createIngest, type Ingest } from '../../ingest/ingest.ts';
import { MemoryChangeLog } from '../../log/memory-change-log.ts';
import { sourceSettingsSchema } from '../../model/source-settings.ts';
import type { Row } from '../format.ts';
import { importLimits } from '../limits.ts';
import { createCodeBook } from './code-book.ts';
import { createRunCounter } from './counter.ts';
import { createRowWriter } from './row-writer.ts';

const clock = { now: () => Date.parse('2026-11-22T08:00:00Z') };

const gtinOf = (index: number) => {
  const digits = `952${String(index).padStart(9, '0')}`;
  const answer = parseGtin(`${digits}${gtinCheckDigit(digits)}`);
  if (!answer.ok) throw new Error(answer.code);
  return answer.gtin;
};
const mention = (index: number): Row => ({
  line: index + 1,
  issues: [],
  drafts: [{ kind: 'Product', product: { gtin: gtinOf(index) }, mentioned: true, data: {} }],
});

it('hands on a mention again only when it remembers as many as its limit', async () => {
  const log = new MemoryChangeLog({ origin: 'https://town.example', clock });
  let handedOn = 0;
  const ingest: Ingest = {
    ...createIngest(log),
    async apply(batch) {
      handedOn += batch.length;
      return batch.map(() => 'seen');
    },
  };
  const settings = sourceSettingsSchema.parse({
    name: 'stock',
    title: 'Stock',
    license: 'https://licence.example/',
    attribution: 'Shop',
  });
  const writer = createRowWriter({
    log,
    ingest,
    clock,
    settings,
    codes: createCodeBook(log, 'stock'),
    counter: createRunCounter(),
    run: 1,
    dryRun: false,
    asStated: false,
  });
  /** @returns how many of these rows came to the ingest */
  const write = async (...rows: Row[]): Promise<number> => {
    handedOn = 0;
    await (
      await writer.check(rows)
    )();
    return handedOn;
  };
  const { mentionsKeptMax } = importLimits;
  expect(await write(...Array.from({ length: mentionsKeptMax }, (_, index) => mention(index)))).toBe(mentionsKeptMax);
  expect(await write(mention(0))).toBe(0);
  expect(await write(mention(mentionsKeptMax), mention(0))).toBe(2);
});
