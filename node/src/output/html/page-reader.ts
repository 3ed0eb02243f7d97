import { isThingId, type Kind, kindModels, type ThingData, type ThingId } from '@openstraat/spec';
import type { ChangeLogReader } from '../../log/change-log.ts';
import { fromStoredText } from '../../log/stored-text.ts';

/** Reads things for one page, each at most once. Own addresses come as paths, which is how pages link to them. */
export interface PageReader {
  /** The thing under an address, when it is there and of this kind. */
  thing<K extends Kind>(kind: K, address: string): Promise<ThingData[K] | undefined>;
}

/** Makes a reader for one page. */
export const createPageReader = (log: ChangeLogReader): PageReader => {
  const read = new Map<ThingId, Promise<{ readonly kind: Kind; readonly data: unknown } | undefined>>();

  const readOnce = (id: ThingId): Promise<{ readonly kind: Kind; readonly data: unknown } | undefined> => {
    const known = read.get(id);
    if (known !== undefined) return known;
    const reading = log
      .get(id)
      .then((entry) =>
        entry?.text === undefined ? undefined : { kind: entry.kind, data: fromStoredText(entry.text) },
      );
    read.set(id, reading);
    return reading;
  };

  return {
    async thing<K extends Kind>(kind: K, address: string): Promise<ThingData[K] | undefined> {
      if (!isThingId(address) || !address.startsWith(`/${kindModels[kind].path}/`)) return undefined;
      const found = await readOnce(address);
      return found?.kind === kind ? (found.data as ThingData[K]) : undefined;
    },
  };
};
