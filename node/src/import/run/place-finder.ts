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

/** @throws {Fault} `place-unknown` when the node does not have the one place that the source speaks for */
export const createPlaceFinder = async (log: ChangeLogReader, settings: SourceSettings): Promise<PlaceFinder> => {
  const { name, place, stores } = settings;
  const known = await existing(log, place === undefined ? Object.values(stores ?? {}) : [place]);
  if (place !== undefined && !known.has(place))
    throw new Fault(
      'place-unknown',
      `Source "${name}" speaks for place "${place}", which this node does not have. Import the sheet of places first, or correct the source: openstraat source add ${name} --place <key>.`,
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
      const placeKey = Object.hasOwn(stores, storeCode) ? stores[storeCode] : undefined;
      if (placeKey === undefined) return { issue: reportRun('store-code-unmapped', { line, field, value: storeCode }) };
      return known.has(placeKey)
        ? { placeKey }
        : { issue: reportRun('place-of-row-unknown', { line, field, value: storeCode }, `place "${placeKey}"`) };
    },
  };
};
