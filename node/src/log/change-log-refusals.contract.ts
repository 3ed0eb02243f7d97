import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataHash, type ThingId } from '@openstraat/spec';
import { describe, expect, it, onTestFinished } from 'vitest';
import { durable, type OpenContractLog } from './contract-log.fixture.ts';
import { logLimits } from './limits.ts';
import { changesTo, thingText, walk } from './log.fixture.ts';

const place = (key: string): ThingId => `/places/${key}`;
const longId = (bytes: number): ThingId => `/places/${'é'.repeat((bytes - 8) / 2)}`;
const longText = (id: ThingId, bytes: number) => 'x'.repeat(bytes - thingText(id, '').length);
const record = (key: string, value: string) => ({
  things: [],
  records: [{ table: 'node' as const, key, value }],
});
const records = (count: number) => ({
  things: [],
  records: Array.from({ length: count }, (_, index) => ({ table: 'node' as const, key: `${index}`, value: '' })),
});

const newFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'openstraat-log-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

/** What every change log refuses, and how it finds what is wrong. */
export const describeRefusals = (logName: string, open: OpenContractLog): void => {
  describe(`${logName} as a change log that refuses`, () => {
    it('refuses what would break it, and keeps nothing of the batch', async () => {
      const { log, write } = await open();
      await write({ '/places/a': 'A', '/places/gone': 'x' });
      await write({ '/places/gone': undefined });
      const before = [log.head(), await walk(log)];
      const [a] = await changesTo(log, [[place('a'), 'new']]);
      const [gone] = await changesTo(log, [[place('gone'), undefined]]);
      const [never] = await changesTo(log, [[place('never'), undefined]]);
      const [fresh] = await changesTo(log, [[place('fresh'), 'x']]);
      if (!a || !gone || !never || !fresh) throw new Error('four changes');
      for (const bad of [
        [fresh, a, a],
        [fresh, gone],
        [fresh, never],
        [{ ...fresh, kind: 'Offer' as const }],
        [{ ...fresh, id: '/nowhere/x' as const }],
        [{ ...fresh, id: '/places/x\ny' as const }],
        [{ ...fresh, text: '' }],
        [{ ...fresh, hash: 'short' }],
        [{ ...fresh, text: undefined }],
        [{ ...a, previous: { ...(a.previous as NonNullable<typeof a.previous>), position: log.head().position + 1 } }],
      ]) {
        await expect(log.append({ things: bad, records: [] }, durable)).rejects.toThrow(Error);
      }
      expect([log.head(), await walk(log)]).toEqual(before);
      await write({ '/places/fresh': 'x' });
      expect(await log.verify()).toEqual([]);
    });

    it('takes what is at its limits, and refuses one past them', async () => {
      const { log } = await open();
      const things = async (id: ThingId, text = 'x') => ({ things: await changesTo(log, [[id, text]]), records: [] });
      const [keyMax, textMax] = [logLimits.keyBytesMax, logLimits.textBytesMax];
      for (const batch of [
        await things(longId(keyMax)),
        await things('/places/a', longText('/places/a', textMax)),
        record('k'.repeat(keyMax), ''),
        record('k', 'é'.repeat(textMax / 2)),
        records(logLimits.batchChangesMax),
      ]) {
        await log.append(batch, { durable: false });
      }
      for (const batch of [
        await things(longId(keyMax + 2)),
        await things('/places/a', longText('/places/a', textMax + 1)),
        record('k'.repeat(keyMax + 1), ''),
        record('k', `${'é'.repeat(textMax / 2)}x`),
        records(logLimits.batchChangesMax + 1),
      ]) {
        await expect(log.append(batch, { durable: false })).rejects.toMatchObject({ code: 'limit-exceeded' });
      }
      expect(await log.get(longId(keyMax))).toMatchObject({ text: thingText(longId(keyMax), 'x') });
      expect((await log.page(0, logLimits.rangeMax)).entries).toHaveLength(2);
      for (const limit of [0, logLimits.rangeMax + 1]) {
        await expect(log.page(0, limit)).rejects.toMatchObject({ code: 'limit-exceeded' });
        await expect(log.ids('', { limit })).rejects.toMatchObject({ code: 'limit-exceeded' });
        await expect(log.records('node', '', { limit })).rejects.toMatchObject({ code: 'limit-exceeded' });
      }
      expect(await log.verify()).toEqual([]);
    });

    it('finds a hash that is not that of its text', async () => {
      const { log, write } = await open();
      await write({ '/places/a': 'A' });
      const [a] = await changesTo(log, [[place('a'), 'new']]);
      if (a === undefined) throw new Error('one change');
      await log.append({ things: [{ ...a, hash: dataHash('something else') }], records: [] }, durable);
      expect(await log.verify()).toEqual([
        expect.stringMatching(/^The state of \/places\/a at \d+ does not carry the hash of its text\.$/),
        expect.stringMatching(/^The head says digest: /),
      ]);
    });

    it('refuses to back up into a folder that holds something', async () => {
      const { log } = await open();
      const folder = await newFolder();
      await writeFile(join(folder, 'mine.txt'), 'precious');
      await expect(log.backup(folder)).rejects.toMatchObject({ code: 'backup-invalid' });
    });
  });
};
