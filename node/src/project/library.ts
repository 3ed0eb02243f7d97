import {
  canonicalJson,
  iriPropertyNames,
  type Json,
  type Kind,
  type Position,
  type StringWriter,
  type ThingId,
  writeJsonString,
} from '@openstraat/spec';
import type { ChangeLogReader, LogEntry } from '../log/change-log.ts';
import { withOrigin } from '../log/stored-text.ts';

/** An entry of one of several logs. Own things are known by their paths, those of other nodes by their IRIs. */
export interface LibraryEntry {
  readonly kind: Kind;
  readonly id: string;
  /** In its log. */
  readonly position: Position;
  /** Canonical data, own addresses as in the log and all others in full; undefined for a tombstone. */
  readonly text: string | undefined;
}

/** A thing of one of the logs, and where its entry stood when a view read it. */
export interface SeenThing {
  /** Its path or IRI, as in `LibraryEntry`. */
  readonly id: string;
  readonly position: Position;
}

/** The node's own log, and beside it a replica of each node that it follows. */
export interface Library {
  readonly own: ChangeLogReader;
  /** Those of other nodes, as they are at this moment. */
  readonly replicas: () => readonly ChangeLogReader[];
  /** An entry of one of the logs, as it is called here. */
  entry(log: ChangeLogReader, entry: LogEntry): LibraryEntry;
  /** The newest entry of a thing by its path or IRI; undefined where no log knows it. */
  get(id: string): Promise<LibraryEntry | undefined>;
  /** The newest entries of things, in the order asked; undefined where no log knows one. */
  entriesOf(seen: readonly SeenThing[]): Promise<readonly (LibraryEntry | undefined)[]>;
  /** Another text whenever any of the logs has changed. */
  version(): string;
}

/** The origin of an IRI; undefined for a path. */
export const originOfIri = (id: string): string | undefined => {
  if (id.startsWith('/')) return undefined;
  const end = id.indexOf('/', id.indexOf('//') + 2);
  return end < 0 ? id : id.slice(0, end);
};

/** A text of another node that names things of ours: by their paths, as everywhere here. */
const withOwnPaths = (text: string, ownStart: string): string => {
  const write: StringWriter = (key, value) =>
    writeJsonString(iriPropertyNames.has(key) && value.startsWith(ownStart) ? value.slice(ownStart.length - 1) : value);
  return canonicalJson(JSON.parse(text) as Json, write);
};

/**
 * Makes one library of several logs.
 * @param replicas asked each time: they come and go while the node runs
 */
export const createLibrary = (own: ChangeLogReader, replicas: () => readonly ChangeLogReader[]): Library => {
  const ownStart = `${own.origin}/`;

  const entry = (log: ChangeLogReader, { kind, id, position, text }: LogEntry): LibraryEntry => {
    if (log === own) return { kind, id, position, text };
    const whole = text === undefined ? undefined : withOrigin(text, log.origin);
    return {
      kind,
      id: log.origin + id,
      position,
      text: whole?.includes(`"${ownStart}`) === true ? withOwnPaths(whole, ownStart) : whole,
    };
  };

  const standsIn = (id: string): { readonly log: ChangeLogReader; readonly path: ThingId } | undefined => {
    const path = id.startsWith(ownStart) ? id.slice(own.origin.length) : id;
    if (path.startsWith('/')) return { log: own, path: path as ThingId };
    const origin = originOfIri(id);
    const log = replicas().find((replica) => replica.origin === origin);
    return log === undefined ? undefined : { log, path: id.slice(log.origin.length) as ThingId };
  };

  /** What a log answers; undefined where it is another node's and can't be read. */
  const readFrom = async <Answer>(log: ChangeLogReader, read: () => Promise<Answer>): Promise<Answer | undefined> => {
    if (log === own) return read();
    try {
      return await read();
    } catch {
      // It may be closed at this moment, because nobody follows it any more. Who follows it reports what can't be read.
      return undefined;
    }
  };

  let headsSeen: readonly { readonly log: ChangeLogReader; readonly epoch: string; readonly position: Position }[] = [];
  let version = '';
  const isAsSeen = (logs: readonly ChangeLogReader[]): boolean =>
    logs.length === headsSeen.length &&
    logs.every((log, place) => {
      const last = headsSeen[place];
      const { epoch, position } = log.head();
      return last?.log === log && last.position === position && last.epoch === epoch;
    });

  return {
    own,
    replicas,
    entry,
    async get(id) {
      const place = standsIn(id);
      if (place === undefined) return undefined;
      const { log, path } = place;
      const found = await readFrom(log, () => log.get(path));
      return found === undefined ? undefined : entry(log, found);
    },
    async entriesOf(seen) {
      const places = seen.map(({ id }) => standsIn(id));
      const found = new Map<number, LibraryEntry>();
      for (const [log, numbers] of Map.groupBy(places.keys(), (number) => places[number]?.log)) {
        if (log === undefined) continue;
        const asked = numbers.flatMap((number) => {
          const path = places[number]?.path;
          return path === undefined ? [] : [{ id: path, position: seen[number]?.position ?? 0 }];
        });
        const entries = await readFrom(log, () => log.entriesOf(asked));
        for (const [at, number] of numbers.entries()) {
          const newest = entries?.[at];
          if (newest !== undefined) found.set(number, entry(log, newest));
        }
      }
      return seen.map((_, number) => found.get(number));
    },
    version() {
      const logs = [own, ...replicas()];
      // Every search asks, and a text of hundreds of logs takes a while.
      if (isAsSeen(logs)) return version;
      headsSeen = logs.map((log) => ({ log, epoch: log.head().epoch, position: log.head().position }));
      version = headsSeen.map(({ epoch, position }) => `${epoch}.${position}`).join('-');
      return version;
    },
  };
};

/** The library of a node that follows nobody. */
export const ownLibrary = (own: ChangeLogReader): Library => createLibrary(own, () => []);
