import type { MergeThreshold } from './limits.ts';

/** How much has changed since the last merge, and how much there is. */
export type MergeSizes = {
  readonly [Part in 'texts' | 'offers' | 'locations']: { readonly changes: number; readonly all: number };
};

const parts = ['texts', 'offers', 'locations'] as const;

/**
 * Whether so much has changed that it is time for a merge.
 * @param multiple of the threshold
 */
export const isMergeDue = (sizes: MergeSizes, threshold: MergeThreshold, multiple = 1): boolean =>
  parts.some((part) => {
    const { changes, all } = sizes[part];
    return changes > Math.max(threshold[part], threshold.share * (all - changes)) * multiple;
  });

/** How many things there are in all. */
export const thingsIn = (sizes: MergeSizes): number => sizes.texts.all + sizes.offers.all;
