import { kindModels, type Place, type Position, type ThingId } from '@openstraat/spec';
import type { ChangeLogReader, LogEntry, LogHead } from '../log/change-log.ts';
import { fromStoredText } from '../log/stored-text.ts';
import { normalisePostcode, type PlaceSummary, summarisePlace } from './place-summary.ts';
import { type ProbableDuplicate, probableDuplicates } from './probable-duplicates.ts';

const entriesRead = 1_000;
/** Pages of changes that are followed one by one. */
const pagesFollowedMax = 10;

/** A point that a place's own source has measured. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** All places, in memory: a view that follows the log and can be thrown away. */
export interface PlaceIndex {
  /** Everything up to here is in it. */
  readonly position: Position;
  /** Catches up with the log: what was written before the call is in it then. Calls at the same time share one run. */
  follow(log: ChangeLogReader): Promise<void>;
  get(id: ThingId): PlaceSummary | undefined;
  /** By kind, then by id; stable until the next change. */
  all(): readonly PlaceSummary[];
  /** The exact point of the place with the smallest id in this postcode: the same on every machine that holds the same places. */
  placesByPostcode(postcode: string): Coordinates | undefined;
  probableDuplicates(): readonly ProbableDuplicate[];
}

const byKindThenId = (one: PlaceSummary, other: PlaceSummary): number =>
  one.kind === other.kind ? (one.id < other.id ? -1 : 1) : one.kind < other.kind ? -1 : 1;

const isExactIn =
  (postcode: string) =>
  (place: PlaceSummary | undefined): place is PlaceSummary =>
    place !== undefined && place.accuracy === 'exact' && place.postcode === postcode;

/** Makes an index that holds nothing yet. */
export const createPlaceIndex = (): PlaceIndex => {
  const places = new Map<ThingId, PlaceSummary>();
  const idsByPostcode = new Map<string, Set<ThingId>>();
  let sorted: readonly PlaceSummary[] | undefined;
  let epoch: string | undefined;
  let position: Position = 0;
  let running: Promise<void> | undefined;

  const remove = (id: ThingId): void => {
    const postcode = places.get(id)?.postcode;
    places.delete(id);
    if (postcode === undefined) return;
    const ids = idsByPostcode.get(postcode);
    ids?.delete(id);
    if (ids?.size === 0) idsByPostcode.delete(postcode);
  };

  const apply = ({ kind, id, text }: LogEntry): void => {
    if (kind !== 'Place') return;
    sorted = undefined;
    remove(id);
    if (text === undefined) return;
    const place = summarisePlace(id, fromStoredText(text) as Place);
    places.set(id, place);
    if (place.postcode === undefined) return;
    const ids = idsByPostcode.get(place.postcode) ?? new Set();
    idsByPostcode.set(place.postcode, ids.add(id));
  };

  /** Reads the places alone: among a million offers there may be five hundred of them. */
  const readAll = async (log: ChangeLogReader): Promise<void> => {
    const head = log.head();
    places.clear();
    idsByPostcode.clear();
    sorted = undefined;
    let after: ThingId | undefined;
    let ids: readonly ThingId[];
    do {
      ids = await log.ids(`/${kindModels.Place.path}/`, {
        limit: entriesRead,
        ...(after === undefined ? {} : { after }),
      });
      for (const entry of await Promise.all(ids.map((id) => log.get(id)))) if (entry !== undefined) apply(entry);
      after = ids.at(-1);
    } while (ids.length === entriesRead);
    // What changed while this ran is read once more: the position is that of the start.
    epoch = head.epoch;
    position = head.position;
  };

  const isUpTo = (head: LogHead): boolean => epoch === head.epoch && position === head.position;

  const readOn = async (log: ChangeLogReader): Promise<void> => {
    const head = log.head();
    if (epoch !== head.epoch || head.droppedTombstone > position) await readAll(log);
    for (let pages = 0, more = true; more; pages++) {
      // Behind an import of a million offers, the places alone are read sooner than all that changed.
      if (pages === pagesFollowedMax) await readAll(log);
      const page = await log.page(position, entriesRead);
      for (const entry of page.entries) apply(entry);
      position = page.entries.at(-1)?.position ?? Math.max(position, page.head.position);
      ({ more } = page);
    }
  };

  const catchUp = async (log: ChangeLogReader): Promise<void> => {
    try {
      // The last look at the head and the end are one step: who writes to the log after it starts another run.
      do await readOn(log);
      while (!isUpTo(log.head()));
    } finally {
      running = undefined;
    }
  };

  return {
    get position() {
      return position;
    },
    follow(log) {
      if (running === undefined && isUpTo(log.head())) return Promise.resolve();
      return (running ??= catchUp(log));
    },
    get: (id) => places.get(id),
    all() {
      sorted ??= [...places.values()].toSorted(byKindThenId);
      return sorted;
    },
    placesByPostcode(raw) {
      const postcode = normalisePostcode(raw);
      return [...(idsByPostcode.get(postcode) ?? [])]
        .toSorted()
        .map((id) => places.get(id))
        .find(isExactIn(postcode));
    },
    probableDuplicates: () => probableDuplicates(places.values()),
  };
};
