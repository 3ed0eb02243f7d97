import type { SeenCheckpoint } from '../../../evidence/checkpoints.ts';
import { type HeldSet, unlessWhole, type Walk } from '../../../evidence/walk.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { isPosition, type JsonObject } from '../../../json/json-value.ts';
import { notTested, type NotTested } from '../../verdict.ts';

/** A checkpoint, and what a reader holds where it counts. */
export interface ComparedHead {
  readonly seen: Pick<SeenCheckpoint, 'exchange' | 'pointer' | 'json'>;
  readonly held: HeldSet;
}

const fits = (json: JsonObject, last: number | undefined): boolean =>
  isPosition(json['position']) && json['position'] >= (last ?? 0);

/**
 * The checkpoint that says what the walk must have come to: that of the page at the head, or else the one at its own address, when nothing stands above it.
 * @returns why there is none, where nothing can be compared
 */
export const headToCompare = (walked: Walk, seen: readonly SeenCheckpoint[]): ComparedHead | NotTested => {
  const partial = unlessWhole(walked);
  if (partial !== undefined) return partial;
  const last = walked.lastOfChain?.last ?? walked.pages.reduce((most, page) => Math.max(most, page.last ?? 0), 0);
  for (const { exchange, checkpoint, held, reached } of walked.heads.toReversed())
    if (held !== undefined && fits(checkpoint, reached))
      return { seen: { exchange, pointer: jsonPointer('checkpoint'), json: checkpoint }, held };
  const own = seen.find(({ from, json }) => from === 'url' && fits(json, last));
  return own === undefined
    ? notTested('evidence-missing', 'no checkpoint stands at the head that the walk reached')
    : { seen: own, held: walked.held };
};

export const isCompared = <Head extends ComparedHead>(head: Head | NotTested): head is Head => 'held' in head;
