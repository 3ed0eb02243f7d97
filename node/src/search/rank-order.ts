import { type RankingTier, rankingTiers } from './ranking.ts';

/** Where a result stands in the order of its tier. */
export interface RankedWithinTier {
  /** Score in whole steps. */
  readonly steps: number;
  /** How equal scores are ordered: `tieValue`. */
  readonly tie: number;
  /** Absolute id: the last word where even the ties are equal. */
  readonly id: string;
}

/** Where a result stands in the order of all. */
export interface Ranked extends RankedWithinTier {
  readonly tier: RankingTier;
}

/** Orders results of one tier: the higher score, then the lower tie, then the id. */
export const compareWithinTier = (one: RankedWithinTier, other: RankedWithinTier): number =>
  other.steps - one.steps || one.tie - other.tie || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);

/** Orders results: by tier, then within it. */
export const compareRanked = (one: Ranked, other: Ranked): number =>
  rankingTiers.indexOf(one.tier) - rankingTiers.indexOf(other.tier) || compareWithinTier(one, other);

/** Merges lists that are each in order (of several nodes, with the same seed): an id that comes more than once keeps its best place. */
export const mergeRanked = <T extends Ranked>(lists: readonly (readonly T[])[]): readonly T[] => {
  const seen = new Set<string>();
  return lists
    .flat()
    .toSorted(compareRanked)
    .filter(({ id }) => {
      if (seen.has(id)) return false;
      seen.add(id);
      return true;
    });
};
