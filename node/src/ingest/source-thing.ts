import { type Source, thingId } from '@openstraat/spec';
import type { Candidate } from '../model/draft.ts';
import type { SourceSettings } from '../model/source-settings.ts';

/** A full delivery, as its Source records it. */
export interface Delivery {
  /** The time of the data: the file's own, never the run's. */
  readonly lastCompleteDelivery: string;
  readonly format: string;
}

/** The Source thing of some settings; what `delivery` leaves open stays as it was. */
export const sourceData = (
  settings: SourceSettings,
  before: Source | undefined,
  delivery: Delivery | undefined,
): Source => {
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

/** A Source as something to write. */
export const sourceCandidate = (name: string, data: Source): Candidate => ({
  kind: 'Source',
  id: thingId('Source', name),
  source: name,
  scope: '-',
  data,
});
