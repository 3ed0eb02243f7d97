import { searchLimits } from '@openstraat/spec';
import { z } from 'zod';

const figure = z.number().min(0);

/** How the words of a search were weighed on its first page: the pages behind it weigh them the same, whatever others import. */
export const pinnedTextSchema = z.strictObject({
  /** Which words were looked for, by number. */
  kept: z.array(z.int().min(0)).max(searchLimits.queryWordsMax).readonly(),
  /** How much of the query those carry. */
  share: figure,
  /** The best score there was. */
  best: figure,
  /** The score that counts as 1. */
  full: figure,
  /** As in `TextMeasure`. */
  wordsMean: figure,
  rarities: z.array(figure).max(searchLimits.queryWordsMax).readonly(),
});
export type PinnedText = z.output<typeof pinnedTextSchema>;

/** Places that came for what they carry: by which choice of words, and how those were weighed. */
export const pinnedCarriedSchema = z.strictObject({
  /** Whether they came instead of products that only mention the words. */
  instead: z.boolean(),
  choice: z.int().min(0),
  text: pinnedTextSchema,
});
export type PinnedCarried = z.output<typeof pinnedCarriedSchema>;
