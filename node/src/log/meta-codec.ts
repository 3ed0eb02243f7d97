import { formatDigest, kinds, parseDigest, type Position, type SetDigest } from '@openstraat/spec';
import { z } from 'zod';
import type { LogHead } from './change-log.ts';
import { noneByKind } from './head.ts';

/** A change of origin under way: the states up to `after` have their new hash, which `digest` counts. */
export interface OriginChange {
  readonly origin: string;
  readonly epoch: string;
  readonly after: Position;
  readonly digest: SetDigest;
}

/** What is written with every batch. */
export interface LogMeta {
  readonly origin: string;
  readonly head: LogHead;
  readonly originChange: OriginChange | undefined;
}

const count = z.int().min(0);
const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform(parseDigest);
const epoch = z.string().regex(/^[a-z0-9]{1,32}$/);

const storedMetaSchema = z.strictObject({
  version: z.literal(1),
  origin: z.string(),
  epoch,
  position: count,
  live: count,
  // A log may be older than the youngest kind.
  liveByKind: z.partialRecord(z.enum(kinds), count).transform((counts) => ({ ...noneByKind(), ...counts })),
  tombstones: count,
  droppedTombstone: count,
  digest,
  originChange: z.strictObject({ origin: z.string(), epoch, after: count, digest }).optional(),
});

/** The stored form of the head and what belongs to it. */
export const encodeMeta = ({ origin, head, originChange }: LogMeta): string =>
  JSON.stringify({
    version: 1,
    origin,
    ...head,
    digest: formatDigest(head.digest),
    ...(originChange && { originChange: { ...originChange, digest: formatDigest(originChange.digest) } }),
  });

/** Reads what `encodeMeta` wrote; undefined when it did not write this. */
export const decodeMeta = (stored: string): LogMeta | undefined => {
  const read = storedMetaSchema.safeParse(parseJson(stored));
  if (!read.success) return undefined;
  const { version: _version, origin, originChange, ...head } = read.data;
  return { origin, head, originChange };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
