import type { QueryWord } from '../language/language.ts';
import type { SearchView } from '../project/search-index/search-view.ts';
import type { Question } from './question.ts';
import type { Selection } from './selection.ts';

/** What a search looks for, in words and numbers of one index. */
export interface Plan {
  readonly view: SearchView;
  readonly question: Question;
  readonly selection: Selection;
  /** Words of the query; undefined where only a barcode or filters are asked. */
  readonly words: readonly QueryWord[] | undefined;
  /** Words of brands and categories that a place may carry, best first. */
  carriedWords(): readonly (readonly QueryWord[])[];
  /** Whether the words are the name of a kind of place that is here: products that only mention it come after such places. */
  readonly namesKind: boolean;
  /** The same question for what the places have that its first or last words may name, the likeliest first. */
  atNamedPlaces(): Iterable<Plan>;
  /** Words of a product's brand. */
  brandWords(product: number): readonly QueryWord[];
}
