import { type Source, thingId } from '@openstraat/spec';
import type { ChangeLog, ChangeLogReader } from '../log/change-log.ts';
import { fromStoredText } from '../log/stored-text.ts';
import type { Candidate } from '../model/draft.ts';
import { noScope } from '../model/scope.ts';
import type { SourceSettings } from '../model/source-settings.ts';
import { tombstone } from './tombstone.ts';

/** A full delivery, as its Source records it. */
export interface Delivery {
  /** The time of the data: the file's own, never the run's. */
  readonly lastCompleteDelivery: string;
  readonly format: string;
}

const sourceData = (settings: SourceSettings, before: Source | undefined, delivery: Delivery | undefined): Source => {
  const places = settings.place === undefined ? Object.values(settings.stores ?? {}) : [settings.place];
  const lastCompleteDelivery = delivery?.lastCompleteDelivery ?? before?.lastCompleteDelivery;
  const format = delivery?.format ?? before?.format;
  return {
    id: thingId('Source', settings.name),
    type: 'Source',
    name: settings.title,
    license: settings.license,
    attribution: settings.attribution,
    ...(places.length === 0 ? {} : { place: [...new Set(places)].toSorted().map((key) => thingId('Place', key)) }),
    ...(settings.schedule === undefined ? {} : { schedule: settings.schedule }),
    ...(lastCompleteDelivery === undefined ? {} : { lastCompleteDelivery }),
    ...(format === undefined ? {} : { format }),
  };
};

/** The Source thing of some settings, as something to write; what `delivery` leaves open stays as it is in the log. */
export const nextSource = async (
  log: ChangeLogReader,
  settings: SourceSettings,
  delivery: Delivery | undefined,
): Promise<Candidate> => {
  const id = thingId('Source', settings.name);
  const entry = await log.get(id);
  const before = entry?.text === undefined ? undefined : (fromStoredText(entry.text) as Source);
  return { kind: 'Source', id, source: settings.name, scope: noScope, data: sourceData(settings, before, delivery) };
};

/** Takes a source's settings away, with its Source thing. */
export const forgetSource = async (log: ChangeLog, name: string): Promise<void> => {
  const id = thingId('Source', name);
  const [state] = await log.states([id]);
  const things = state?.hash === undefined ? [] : [tombstone(id, state)];
  await log.append({ things, records: [{ table: 'source', key: name, value: undefined }] }, { durable: true });
};
