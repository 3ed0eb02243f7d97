import { type Kind, parseThingId, type Position, type Thing, type ThingData } from '@openstraat/spec';
import type { Library, SeenThing } from '../project/library.ts';
import { readThing } from '../project/read-thing.ts';
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
  /**
   * Things as they are now, by id; what is gone is not in it.
   * @param isLate whether the node's log holds more than the index knows: a source may have confirmed everything since, and is read anew
   */
  read(library: Library, seen: Iterable<SeenThing>, isLate?: boolean): Promise<Documents>;
}

interface KeptDocument {
  readonly kind: Kind;
  readonly thing: Thing;
  readonly position: Position;
}

/** Keeps so many documents, in two generations: when the young one is full it becomes the old one, so that popular ones stay. */
class KeptDocuments {
  #young = new Map<string, KeptDocument>();
  #old = new Map<string, KeptDocument>();

  /** The document that stood at this position. */
  get({ id, position }: SeenThing): KeptDocument | undefined {
    const young = this.#young.get(id);
    if (young?.position === position) return young;
    const old = this.#old.get(id);
    if (old?.position !== position) return undefined;
    this.put(id, old);
    return old;
  }

  put(id: string, document: KeptDocument): void {
    if (this.#young.size >= searchRoomLimits.documentsKeptMax / 2) [this.#old, this.#young] = [this.#young, new Map()];
    this.#young.set(id, document);
  }
}

const isSource = (id: string): boolean => parseThingId(id)?.kind === 'Source';

/** Whether a thing stands in the node's own log. */
const isOwn = (id: string): boolean => id.startsWith('/');

/** Makes a reader that keeps what it has read of the node's own for as long as the index knows it there: popular places come with every answer. */
export const createDocumentReader = (): DocumentReader => {
  const kept = new KeptDocuments();
  return {
    async read(library, seen, isLate = false) {
      const things = new Map<string, KeptDocument>();
      const missing = new Map<string, SeenThing>();
      for (const thing of seen) {
        if (things.has(thing.id) || missing.has(thing.id)) continue;
        const document = isLate && isSource(thing.id) ? undefined : kept.get(thing);
        if (document === undefined) missing.set(thing.id, thing);
        else things.set(thing.id, document);
      }
      for (const entry of await library.entriesOf([...missing.values()])) {
        if (entry?.text === undefined) continue;
        const { id, kind, position } = entry;
        const document = { kind, thing: readThing({ ...entry, text: entry.text }), position };
        things.set(id, document);
        // Offers are read each time: what is in stock, and at which price, is as new as the log. A replica may be erased and read again: other
        // things then stand where these stood.
        if (kind !== 'Offer' && isOwn(id)) kept.put(id, document);
      }
      return things;
    },
  };
};
