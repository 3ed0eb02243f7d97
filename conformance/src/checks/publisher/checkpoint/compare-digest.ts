import { formatDigest } from '@openstraat/spec';
import type { SeenCheckpoint } from '../../../evidence/checkpoints.ts';
import type { Walk } from '../../../evidence/walk.ts';
import { notTested, type NotTested } from '../../verdict.ts';
import { type ComparedHead, headToCompare, isCompared } from './head-to-compare.ts';

/** The digest of a checkpoint beside that of a reader. */
export interface ComparedDigest extends ComparedHead {
  readonly digest: unknown;
  readonly isRight: boolean;
  /** In which wrong way the digest was made, where that explains it. */
  readonly mistake: string | undefined;
}

/** Compares the digest at the head with what the walk came to; says why where that can't be done. */
export const compareDigest = (walked: Walk, seen: readonly SeenCheckpoint[]): ComparedDigest | NotTested => {
  const head = headToCompare(walked, seen);
  if (!isCompared(head)) return head;
  const { digest } = head.seen.json;
  const { withoutTerm, variants } = head.held;
  if (withoutTerm > 0) return notTested('evidence-missing', `${withoutTerm} things have no canonical form`);
  return {
    ...head,
    digest,
    isRight: digest === formatDigest(head.held.digest),
    mistake: variants.find((variant) => formatDigest(variant.digest) === digest)?.words,
  };
};
