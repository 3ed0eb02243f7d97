import { type CheckpointKey, type NodeDescription, nodeDescriptionSchema } from '@openstraat/spec';
import { z } from 'zod';
import type { Clock } from '../../model/clock.ts';
import type { ReplicaWriter } from '../../model/replica.ts';
import type { Fetcher } from '../fetching/create-fetcher.ts';
import { readBoundedJson } from './bounded-json.ts';
import { freshUntilMs } from './fresh-until.ts';
import type { ReplicaLimits } from './limits.ts';
import type { PullReason } from './pull-result.ts';
import { type ListedKey, pinnedKeysSchema, trustKeys } from './trusted-keys.ts';

/** What a pull needs to know of a peer. */
export interface Peer {
  readonly description: NodeDescription;
  /** First page of its feed. */
  readonly start: string;
  /** `id` of its feed. */
  readonly feed: string;
  /** The keys that may sign its checkpoints. */
  readonly keys: readonly CheckpointKey[];
}

export type PeerReading =
  | { readonly ok: true; readonly peer: Peer; readonly bytes: number }
  | {
      readonly ok: false;
      readonly reason: PullReason;
      readonly retryAfterMs?: number | undefined;
      /** The origin that it describes, where that is another. */
      readonly describes?: string;
    };

const noteOfKeys = 'keys';
const noteOfAnswer = 'description';

/** The description as it was answered last: it is not asked for anew while it is fresh. */
const keptAnswerSchema = z.strictObject({ tag: z.string().optional(), freshUntilMs: z.number(), text: z.string() });
type KeptAnswer = z.infer<typeof keptAnswerSchema>;

/** DESC-009: everything that a description names as its own is under its origin. */
const isOfOrigin = ({ origin, id, feed, keys, recoveryKey }: NodeDescription, expected: string): boolean =>
  origin === expected &&
  id === `${expected}/` &&
  [feed.id, feed.start, feed.checkpointUrl, ...[...keys, recoveryKey].map((key) => key.id)].every((address) =>
    address.startsWith(`${expected}/`),
  );

/** Where the node at an origin says what it is. */
export const descriptionUrl = (origin: string): string => `${origin}/.well-known/openstraat`;

/** Reads a peer's description, and finds the keys that count by what was learnt of the peer before. */
export const readPeer = async (
  origin: string,
  {
    fetcher,
    writer,
    clock,
    limits,
    signal,
    asksAnew = false,
  }: {
    readonly fetcher: Pick<Fetcher, 'get'>;
    /** Keeps what is learnt of the peer. */
    readonly writer: Pick<ReplicaWriter, 'note' | 'keepNote'>;
    readonly clock: Clock;
    readonly limits: ReplicaLimits;
    readonly signal: AbortSignal | undefined;
    /** What was answered last does not do, however fresh. */
    readonly asksAnew?: boolean;
  },
): Promise<PeerReading> => {
  const url = descriptionUrl(origin);
  const refuse = (code: PullReason['code'], words: string, retryAfterMs?: number): PeerReading => ({
    ok: false,
    reason: { code, words, url },
    retryAfterMs,
  });
  const note = await writer.note(noteOfAnswer);
  let kept = note === undefined ? undefined : keptAnswerSchema.parse(JSON.parse(note));
  let bytes = 0;
  if (kept === undefined || asksAnew || clock.now() >= kept.freshUntilMs) {
    const answer = await fetcher.get(url, {
      headers: {
        accept: 'application/ld+json, application/json;q=0.9, */*;q=0.1',
        ...(kept?.tag === undefined ? {} : { 'if-none-match': kept.tag }),
        ...(asksAnew ? { 'cache-control': 'no-cache' } : {}),
      },
      signal,
    });
    if (!answer.ok) return refuse(answer.code, answer.words, answer.retryAfterMs);
    bytes = answer.encodedBytes;
    const isSame = answer.status === 304 && kept !== undefined;
    if (!isSame && answer.status !== 200) return refuse('answer-unexpected', `it answers ${answer.status}`);
    if (answer.body.length > limits.descriptionBytesMax)
      return refuse('description-broken', `it is larger than ${limits.descriptionBytesMax} bytes`);
    const tag = answer.headers.get('etag');
    const answered: KeptAnswer = {
      ...(tag === undefined ? {} : { tag }),
      freshUntilMs: freshUntilMs(answer.headers.get('cache-control'), clock.now()),
      text: answer.body.toString('utf8'),
    };
    kept = isSame && kept !== undefined ? { ...kept, freshUntilMs: answered.freshUntilMs } : answered;
  }
  const json = readBoundedJson(Buffer.from(kept.text), limits);
  if (!json.ok) return refuse('description-broken', json.words);
  const parsed = nodeDescriptionSchema.safeParse(json.value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse('description-broken', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'it is no description'}`);
  }
  const description = parsed.data;
  if (!isOfOrigin(description, origin))
    return {
      ...refuse(
        'other-origin',
        description.origin === origin
          ? `it names addresses that are not under ${origin}`
          : `it describes ${description.origin}`,
      ),
      ...(description.origin === origin ? {} : { describes: description.origin }),
    };
  // The schema has passed them; their proofs are over what stands there.
  const raw = json.value as { readonly keys: readonly ListedKey[]; readonly recoveryKey: ListedKey };
  const pins = await writer.note(noteOfKeys);
  const trusted = trustKeys(
    raw.keys,
    raw.recoveryKey,
    pins === undefined ? undefined : pinnedKeysSchema.parse(JSON.parse(pins)),
  );
  if (trusted === undefined)
    return refuse(
      'keys-unproven',
      'none of its keys is known from before or proven by one that is; if its operator really lost all keys, unfollow it and follow it again',
    );
  const newPins = JSON.stringify(trusted.pinned);
  if (newPins !== pins) await writer.keepNote(noteOfKeys, newPins);
  // What was of no use is asked for anew.
  const answered = JSON.stringify(kept);
  if (answered !== note) await writer.keepNote(noteOfAnswer, answered);
  return {
    ok: true,
    bytes,
    peer: { description, start: description.feed.start, feed: description.feed.id, keys: trusted.keys },
  };
};
