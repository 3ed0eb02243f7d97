import { writeFeedItem } from '@openstraat/spec';
import type { JsonObject } from '../json/json-value.ts';
import type { VillageThing } from './village.ts';

const write = ({ kind, data }: VillageThing, position: number, dataText: string | undefined): JsonObject => {
  const { origin } = new URL(data.id);
  return JSON.parse(
    writeFeedItem(origin, { kind, id: data.id.slice(origin.length), position, dataText }),
  ) as JsonObject;
};

/** The entry of a thing, as a page shows it. */
export const entryOf = (thing: VillageThing, position: number): JsonObject =>
  write(thing, position, JSON.stringify(thing.data));

/** The tombstone of a thing. */
export const tombstoneOf = (thing: VillageThing, position: number): JsonObject => write(thing, position, undefined);
