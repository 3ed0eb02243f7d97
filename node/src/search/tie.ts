import type { Point } from './geodesic.ts';

/** Neighbours see the same order: about a kilometre. */
const seedDecimals = 2;

/**
 * What ties rotate by: the day (UTC) and the place, so that nobody is first for ever.
 * @param origin stands for the place of a search without a point
 */
export const tieSeed = (atMs: number, point: Point | undefined, origin: string): string => {
  const place =
    point === undefined ? origin : `${point.latitude.toFixed(seedDecimals)},${point.longitude.toFixed(seedDecimals)}`;
  return `${new Date(atMs).toISOString().slice(0, 10)}/${place}`;
};

const fnvOffset = 0x81_1c_9d_c5;
const fnvPrime = 0x01_00_01_93;

/** FNV-1a over the characters (of ids and seeds, which are ASCII), going on from `hash`. */
const fnv = (text: string, hash: number): number => {
  let state = hash;
  for (let index = 0; index < text.length; index++) state = Math.imul(state ^ text.charCodeAt(index), fnvPrime);
  return state;
};

/** Where a seed leaves the hash: reckoned once a search. */
export const seedHash = (seed: string): number => fnv(`${seed}\n`, fnvOffset);

/** The tie of a result: 32 bits of FNV-1a over the seed, a line feed and the id, mixed as MurmurHash3 ends. */
export const tieValue = (seed: number, id: string): number => {
  let hash = fnv(id, seed);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/** Lots that there are. */
const lots = 2 ** 32;
const minuteMs = 60_000;
/** Some two years; what begins later is equally late. */
const waitMinutesMax = 2 ** 20 - 1;

/**
 * Minutes until something begins, begun ones included; 0 for what is on, and for what is there anyway.
 * @param startsAtMs undefined for what is no event
 */
export const waitMinutes = (startsAtMs: number | undefined, atMs: number): number =>
  startsAtMs === undefined ? 0 : Math.min(waitMinutesMax, Math.max(0, Math.ceil((startsAtMs - atMs) / minuteMs)));

/**
 * How equal scores are ordered: what is there or on by lot, then what has yet to begin, soonest first.
 * @param wait from `waitMinutes`
 */
export const tieOf = (seed: number, id: string, wait: number): number => wait * lots + tieValue(seed, id);

/** The largest tie that there can be. */
export const tieMax = (waitMinutesMax + 1) * lots - 1;

/** A tie as it is shown: the lot, from 0 up to 1, and before the point the minutes until an event begins. */
export const shownTie = (tie: number): number => tie / lots;
