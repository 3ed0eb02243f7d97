import { type Source, thingId } from '@openstraat/spec';
import type { RemoveSourceRequest, SourceListing } from '../control/commands.ts';
import type { Ingest } from '../ingest/ingest.ts';
import type { ChangeLogReader } from '../log/change-log.ts';
import { fromStoredText } from '../log/stored-text.ts';
import { Fault } from '../model/fault.ts';
import { type SourceSettings, sourceSettingsSchema } from '../model/source-settings.ts';

/** The settings that a source was saved with. @throws {Fault} `source-unknown` */
export const readSourceSettings = async (log: ChangeLogReader, name: string): Promise<SourceSettings> => {
  const record = await log.record('source', name);
  if (record === undefined)
    throw new Fault(
      'source-unknown',
      `There is no source "${name}". See them with "openstraat source list", or make it: openstraat source add ${name} --title … --license … --attribution … --place <key>.`,
    );
  return sourceSettingsSchema.parse(JSON.parse(record));
};

const pageSources = 1_000;
/** No run has this number: everything that the source brought is stale. */
const noRun = -1;

const lastDeliveryOf = async (log: ChangeLogReader, name: string): Promise<string | undefined> => {
  const entry = await log.get(thingId('Source', name));
  return entry?.text === undefined ? undefined : (fromStoredText(entry.text) as Source).lastCompleteDelivery;
};

/** Every source with settings, by name. */
export const listSources = async (log: ChangeLogReader): Promise<SourceListing[]> => {
  const listings: SourceListing[] = [];
  for (let after = ''; ;) {
    const page = await log.records('source', '', { after, limit: pageSources });
    for (const [name, record] of page) {
      const lastDelivery = await lastDeliveryOf(log, name);
      const settings = sourceSettingsSchema.parse(JSON.parse(record));
      listings.push({ settings, ...(lastDelivery === undefined ? {} : { lastDelivery }) });
    }
    const last = page.at(-1);
    if (last === undefined || page.length < pageSources) return listings;
    after = last[0];
  }
};

/** Keeps a source's settings; where it has delivered already, its Source thing says the same at once. */
export const saveSource = async (log: ChangeLogReader, ingest: Ingest, settings: SourceSettings): Promise<void> => {
  await ingest.saveSource(settings);
  const [state] = await log.states([thingId('Source', settings.name)]);
  if (state?.hash !== undefined) await ingest.putSource(settings);
};

/** Sources that an export brought along get settings, as far as their things say, so that they can be seen and removed here. */
export const adoptSources = async (log: ChangeLogReader, ingest: Ingest): Promise<void> => {
  for (let after = ''; ;) {
    const ids = await log.ids('/sources/', { after, limit: pageSources });
    for (const id of ids) {
      const name = id.slice('/sources/'.length);
      const entry = (await log.record('source', name)) === undefined ? await log.get(id) : undefined;
      if (entry?.text === undefined) continue;
      const source = fromStoredText(entry.text) as Source;
      const [place, another] = source.place ?? [];
      const settings = sourceSettingsSchema.safeParse({
        name,
        title: typeof source.name === 'string' ? source.name : Object.values(source.name)[0],
        license: source.license,
        attribution: source.attribution,
        ...(source.schedule === undefined ? {} : { schedule: source.schedule }),
        ...(place === undefined || another !== undefined ? {} : { place: place.slice('/places/'.length) }),
      });
      if (settings.success) await ingest.saveSource(settings.data);
    }
    const last = ids.at(-1);
    if (last === undefined || ids.length < pageSources) return;
    after = last;
  }
};

/** Removes a source and what only it brought. @throws {Fault} `source-unknown`, `shrink` */
export const removeSource = async (
  log: ChangeLogReader,
  ingest: Ingest,
  { name, allowShrink }: RemoveSourceRequest,
): Promise<{ removed: number }> => {
  await readSourceSettings(log, name);
  const swept = await ingest.sweep(name, noRun, { added: 0, allowShrink, dryRun: false });
  if (swept.stopped)
    throw new Fault(
      'shrink',
      `Source "${name}" has brought ${swept.stale} things, and removing it removes them. If that is right, say it again with --allow-shrink.`,
    );
  await ingest.forgetSource(name);
  return { removed: swept.removed };
};
