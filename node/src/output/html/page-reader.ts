import { type Kind, kindModels, type ThingData } from '@openstraat/spec';
import type { Library } from '../../project/library.ts';
import { readThing } from '../../project/read-thing.ts';

/** Reads things for one page, each at most once. Own addresses come as paths, which is how pages link to them; those of other nodes in full. */
export interface PageReader {
  /** The thing under an address, when it is there and of this kind. */
  thing<K extends Kind>(kind: K, address: string): Promise<ThingData[K] | undefined>;
}

/** Makes a reader for one page. */
export const createPageReader = (library: Library): PageReader => {
  const read = new Map<string, Promise<{ readonly kind: Kind; readonly data: unknown } | undefined>>();

  const readOnce = (address: string): Promise<{ readonly kind: Kind; readonly data: unknown } | undefined> => {
    const known = read.get(address);
    if (known !== undefined) return known;
    const reading = library
      .get(address)
      .then((entry) =>
        entry?.text === undefined ? undefined : { kind: entry.kind, data: readThing({ ...entry, text: entry.text }) },
      );
    read.set(address, reading);
    return reading;
  };

  return {
    async thing<K extends Kind>(kind: K, address: string): Promise<ThingData[K] | undefined> {
      if (!address.includes(`/${kindModels[kind].path}/`)) return undefined;
      const found = await readOnce(address);
      return found?.kind === kind ? (found.data as ThingData[K]) : undefined;
    },
  };
};
