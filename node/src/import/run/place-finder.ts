import { thingId } from '@openstraat/spec';
import type { ChangeLogReader } from '../../log/change-log.ts';
import { Fault } from '../../model/fault.ts';
import type { SourceSettings } from '../../model/source-settings.ts';
import type { FormatContext } from '../format.ts';
import { reportRun } from '../issue-codes/run.ts';

/** Says which place a row is about: only what the operator has set, never a guess. */
export interface PlaceFinder {
  readonly placeOf: FormatContext['placeOf'];
}

const existing = async (log: ChangeLogReader, keys: readonly string[]): Promise<ReadonlySet<string>> => {
  const states = await log.states(keys.map((key) => thingId('Place', key)));
  return new Set(keys.filter((_key, index) => states[index]?.hash !== undefined));
};

const placesLookedAt = 10_000;
const placesNamed = 5;

/** Keys of places that share a word with this one, to show what was perhaps meant. */
const similarPlaces = async (log: ChangeLogReader, key: string): Promise<string> => {
  const words = key.split('-').filter((word) => word.length > 2);
  const keys = (await log.ids('/places/', { limit: placesLookedAt })).map((id) => id.slice('/places/'.length));
  const alike = keys.filter((other) => words.some((word) => other.includes(word)));
  const named = (alike.length > 0 ? alike : keys).slice(0, placesNamed);
  return named.length === 0
    ? ''
    : ` There ${named.length === 1 ? 'is' : 'are'}: ${named.join(', ')}${keys.length > named.length ? ', …' : ''}.`;
};

/** @throws {Fault} `place-unknown` when the node does not have the one place that the source speaks for */
export const createPlaceFinder = async (log: ChangeLogReader, settings: SourceSettings): Promise<PlaceFinder> => {
  const { name, place, stores } = settings;
  const known = await existing(log, place === undefined ? Object.values(stores ?? {}) : [place]);
  if (place !== undefined && !known.has(place))
    throw new Fault(
      'place-unknown',
      `Source "${name}" speaks for place "${place}", which this node does not have.${await similarPlaces(log, place)} Import the sheet of places first, or correct the source: openstraat source add ${name} --place <key>.`,
    );
  /** Every row asks: a map finds a text that was cut from its line quicker than an object does. */
  const answers = new Map(
    Object.entries(stores ?? {}).flatMap(([code, placeKey]) => (known.has(placeKey) ? [[code, { placeKey }]] : [])),
  );
  let onlyCode: string | undefined;
  return {
    placeOf(storeCode, { line, field }) {
      if (place !== undefined) {
        // A file with several store codes is not about one place, whatever the settings say.
        onlyCode ??= storeCode;
        return storeCode === undefined || storeCode === onlyCode
          ? { placeKey: place }
          : { issue: reportRun('store-code-unmapped', { line, field, value: storeCode }) };
      }
      if (stores === undefined || storeCode === undefined)
        throw new Fault(
          'place-unknown',
          stores === undefined
            ? `Source "${name}" has neither a place nor a store map, so nobody knows which shop the file is about. Set one: openstraat source add ${name} --place <key>, or --stores <file>.`
            : `Source "${name}" has a store map, but this file has no store codes. Use a source with one place: openstraat source add <name> --place <key>.`,
        );
      const answer = answers.get(storeCode);
      if (answer !== undefined) return answer;
      const placeKey = Object.hasOwn(stores, storeCode) ? stores[storeCode] : undefined;
      return placeKey === undefined
        ? { issue: reportRun('store-code-unmapped', { line, field, value: storeCode }) }
        : { issue: reportRun('place-of-row-unknown', { line, field, value: storeCode }, `place "${placeKey}"`) };
    },
  };
};
