import {
  addToDigest,
  canonicalJson,
  checkpointHash,
  dataHash,
  digestTerm,
  formatDigest,
  type Kind,
  type SignedCheckpoint,
  signCheckpoint,
} from '@openstraat/spec';
import type { JsonObject } from '../../json/json-value.ts';

/** What the tiny publisher says of one thing. */
export interface TinyEntry {
  readonly kind: Kind;
  /** Absolute. */
  readonly id: string;
  readonly position: number;
  /** Undefined for a tombstone. */
  readonly data: JsonObject | undefined;
  /** Where a thing that is gone lives on. */
  readonly movedTo?: string;
}

/** The publisher at one moment; in the order of positions. */
export interface TinyState {
  readonly epoch: string;
  readonly head: number;
  readonly entries: readonly TinyEntry[];
  readonly time: string;
  /** Hash of the checkpoint before. */
  readonly previous: string | null;
}

/** The key with which it signs, and whose id its description lists. */
export interface TinyKey {
  readonly id: string;
  readonly publicKeyMultibase: string;
  readonly secretKeyMultibase: string;
}

const digestOf = (entries: readonly TinyEntry[]): string =>
  formatDigest(
    entries.reduce(
      (digest, { id, data }) =>
        data === undefined
          ? digest
          : addToDigest(digest, digestTerm(id, dataHash(canonicalJson({ ...data, '@context': undefined })))),
      0n,
    ),
  );

/** The checkpoint of a state, not signed yet. */
export const checkpointOf = (origin: string, { epoch, head, entries, time, previous }: TinyState) => ({
  type: 'Checkpoint' as const,
  feed: `${origin}/feed#stream`,
  epoch,
  position: head,
  live: entries.filter(({ data }) => data !== undefined).length,
  digest: digestOf(entries),
  previous,
  time,
});

export const signWith = (key: TinyKey, checkpoint: ReturnType<typeof checkpointOf>): SignedCheckpoint =>
  signCheckpoint(checkpoint, { secretKeyMultibase: key.secretKeyMultibase, verificationMethod: key.id });

/** The state after changes: what changes moves to the end. @param data undefined deletes */
export const afterChanges = (
  state: TinyState,
  changes: readonly { readonly id: string; readonly data: JsonObject | undefined }[],
  parts: { readonly time: string; readonly before: SignedCheckpoint },
): TinyState => {
  const changed = new Set(changes.map(({ id }) => id));
  const moved = changes.flatMap(({ id, data }, at): readonly TinyEntry[] => {
    const entry = state.entries.find((one) => one.id === id);
    return entry === undefined ? [] : [{ ...entry, data, position: state.head + 1 + at }];
  });
  return {
    epoch: state.epoch,
    head: state.head + moved.length,
    entries: [...state.entries.filter(({ id }) => !changed.has(id)), ...moved],
    time: parts.time,
    previous: checkpointHash(parts.before),
  };
};
