import type { Position, ThingId } from '@openstraat/spec';
import type { LogEntry } from './change-log.ts';
import { kindOfId } from './kind-of-id.ts';

/** The stored form of an entry: id, line feed, text. Neither ids nor JSON hold a line feed; a tombstone has no text. */
export const encodeEntry = (id: ThingId, text: string | undefined): string => `${id}\n${text ?? ''}`;

/** Reads what `encodeEntry` wrote; undefined when it did not write this. */
export const decodeEntry = (position: Position, stored: string): LogEntry | undefined => {
  const idEnd = stored.indexOf('\n');
  const id = stored.slice(0, Math.max(idEnd, 0));
  const kind = kindOfId(id);
  if (kind === undefined) return undefined;
  return { position, kind, id: id as ThingId, text: idEnd + 1 === stored.length ? undefined : stored.slice(idEnd + 1) };
};
