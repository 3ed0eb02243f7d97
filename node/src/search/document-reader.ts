import type { Kind, Thing, ThingData } from '@openstraat/spec';
import { fromStoredText } from '../log/stored-text.ts';
import type { Library } from '../project/library.ts';
import { searchRoomLimits } from './limits.ts';

/** Documents by id in the log, with what they are. */
export type Documents = ReadonlyMap<string, { readonly kind: Kind; readonly thing: Thing }>;

/** A document, when it is there and of this kind. */
export const documentOf = <K extends Kind>(documents: Documents, kind: K, id: string): ThingData[K] | undefined => {
  const found = documents.get(id);
  // The log keeps the kind beside the document: what it says is what the document was validated as.
  return found?.kind === kind ? (found.thing as ThingData[K]) : undefined;
};

/** Reads the documents of the few results that are shown. */
export interface DocumentReader {
  /** Things by id, as they are now; what is gone is not in it. */
  read(library: Library, ids: Iterable<string>): Promise<Documents>;
}

/** Makes a reader that keeps what it has read until a log changes: popular places come with every answer. */
export const createDocumentReader = (): DocumentReader => {
  const kept = new Map<string, { readonly kind: Kind; readonly thing: Thing }>();
  let version = '';
  return {
    async read(library, ids) {
      const now = library.version();
      if (now !== version || kept.size > searchRoomLimits.documentsKeptMax) kept.clear();
      version = now;
      const things = new Map<string, { readonly kind: Kind; readonly thing: Thing }>();
      const missing: string[] = [];
      for (const id of new Set(ids)) {
        const thing = kept.get(id);
        if (thing === undefined) missing.push(id);
        else things.set(id, thing);
      }
      const entries = await Promise.all(missing.map((id) => library.get(id)));
      const isUnchanged = library.version() === now;
      for (const entry of entries) {
        if (entry?.text === undefined) continue;
        const document = { kind: entry.kind, thing: fromStoredText(entry.text) };
        things.set(entry.id, document);
        if (isUnchanged) kept.set(entry.id, document);
      }
      return things;
    },
  };
};
