import { canonicalJson } from '@openstraat/spec';
import type { JsonObject } from '../json/json-value.ts';
import { isObject, isPosition } from '../json/json-value.ts';
import { available, type Gatherer } from './gatherer.ts';
import { secondWalk } from './second-walk.ts';
import { thingDocuments } from './thing-documents.ts';

/** An offer that changed during the run. */
export interface ChangedOffer {
  readonly id: string;
  /** Where its new entry stands. */
  readonly exchange: number;
  readonly at: number;
  /** Nothing changed but the time at which it was seen. */
  readonly onlyObserved: boolean;
}

const withoutObserved = (data: JsonObject): string | undefined => {
  try {
    return canonicalJson({ ...data, observedAt: undefined });
  } catch {
    // Half a surrogate pair has no canonical form; VOC-008 says so.
    return undefined;
  }
};

/** Offers on the pages of the feed that were read for documents, and have changed since. */
export const changedOffers: Gatherer<readonly ChangedOffer[]> = {
  name: 'changed-offers',
  late: true,
  async gather(run) {
    const documents = await run.gather(thingDocuments);
    if (!documents.available) return documents;
    const second = await run.gather(secondWalk);
    if (!second.available) return second;
    return available(
      [...second.value.changed].flatMap(([id, { exchange, at, item }]): readonly ChangedOffer[] => {
        const before = documents.value.things.get(id);
        const { data, modified } = item;
        const wasAt = before?.entry.item['modified'];
        if (before?.kind !== 'Offer' || !isObject(data) || !isPosition(modified) || wasAt === modified) return [];
        const [old, now] = [withoutObserved(before.data), withoutObserved(data)];
        const moved = before.data['observedAt'] !== data['observedAt'];
        return [{ id, exchange, at, onlyObserved: moved && old !== undefined && old === now }];
      }),
    );
  },
};
