import type { ReplicaCursor } from '../../model/replica.ts';
import type { ReplicaLimits } from './limits.ts';
import type { PullReason } from './pull-result.ts';

type Read = ReplicaCursor['read'];
type LengthLimits = Pick<ReplicaLimits, 'walkPagesMax' | 'walkEntriesMax' | 'walkBytesMax' | 'walkAgainMs'>;

/** What has been read with one more page; whoever keeps up begins to count anew each day. */
export const readWith = (
  { read, phase }: Pick<ReplicaCursor, 'read' | 'phase'>,
  page: { readonly entries: number; readonly bytes: number },
  nowMs: number,
  { walkAgainMs }: Pick<LengthLimits, 'walkAgainMs'>,
): Read => {
  const isNewDay = phase === 'following' && nowMs - read.sinceMs >= walkAgainMs;
  const { sinceMs, pages, entries, bytes } = isNewDay ? { sinceMs: nowMs, pages: 0, entries: 0, bytes: 0 } : read;
  return { sinceMs, pages: pages + 1, entries: entries + page.entries, bytes: bytes + page.bytes };
};

/** Why no more is read: pages may grow without end, each of them right. undefined while it goes on. */
export const tooLong = (
  { sinceMs, pages, entries, bytes }: Read,
  { phase }: Pick<ReplicaCursor, 'phase'>,
  nowMs: number,
  limits: LengthLimits,
): Omit<PullReason, 'url'> | undefined => {
  const [code, words] =
    bytes > limits.walkBytesMax
      ? (['walk-too-large', `${limits.walkBytesMax} bytes`] as const)
      : entries > limits.walkEntriesMax
        ? (['walk-endless', `${limits.walkEntriesMax} entries`] as const)
        : (['walk-endless', pages > limits.walkPagesMax ? `${limits.walkPagesMax} pages` : ''] as const);
  if (words === '') return undefined;
  if (phase === 'walking' && nowMs - sinceMs >= limits.walkAgainMs)
    return { code: 'starts-over', words: `a walk of more than ${words} had no end` };
  return { code, words: `${phase === 'walking' ? 'a walk' : 'a day'} reads ${words} at most` };
};
