import type { QueryWord } from '../language/language.ts';
import { placeKindTerms } from '../language/place-kind-terms.ts';
import { none, type SearchView, subjectKinds, type TermGroup } from '../project/search-index/search-view.ts';
import { searchRoomLimits } from './limits.ts';
import { postingsOf, strongestWay, textFigures } from './text-search.ts';

/** A query whose first or last words may be the name of a place: `hamer spijkerman`. */
export interface NameReading {
  readonly name: string;
  /** What is left to look for. */
  readonly words: string;
  /** Whether those words can hardly be anything else: `bij de tol`, though a `tol` is a toy as well. */
  readonly isSurely: boolean;
}

/** Places that the words of a query name, besides what is looked for there. */
export interface NamedPlaces {
  /** The words, as they were typed. */
  readonly name: string;
  /** Which of the ways to read the query it is: a cursor keeps that. */
  readonly reading: number;
  /** Subjects of the places. */
  readonly subjects: ReadonlySet<number>;
}

const [productKind, placeKind] = subjectKinds.keys();

/** What stands before the name of a place, not before what is looked for. */
const atPlace = /(?:^|\s)(?:bij|at|from|bei|chez)$/iu;
const atPlaceBefore = /^(?:bij|at|from|bei|chez)\s+/iu;
const article = /^(?:de|het|'t|the|der|die|das|le|la|les)\s/iu;

const readingOf = (words: readonly string[], from: number, to: number): NameReading => {
  const before = words.slice(0, from).join(' ');
  const asTyped = words.slice(from, to).join(' ');
  const name = asTyped.replace(atPlaceBefore, '');
  return {
    name,
    words: [before.replace(atPlace, '').trim(), words.slice(to).join(' ')].filter((text) => text !== '').join(' '),
    isSurely: atPlace.test(before) || name !== asTyped || article.test(name),
  };
};

/** The ways to read the name of a place at the end of a query, or at its beginning: the longest first. */
export const nameReadings = (query: string): readonly NameReading[] => {
  const words = query.trim().split(/\s+/);
  const longest = Math.min(searchRoomLimits.placeNameWordsMax, words.length - 1);
  if (words.length > searchRoomLimits.wordsWithPlaceNameMax) return [];
  return Array.from({ length: Math.max(0, longest) }, (_, at) => longest - at)
    .flatMap((length) => [readingOf(words, words.length - length, words.length), readingOf(words, 0, length)])
    .filter(({ words: left }) => left !== '');
};

const isWritten = ({ alternatives, correctedTo }: QueryWord): boolean =>
  correctedTo === undefined &&
  alternatives.some(({ by, terms }) => (by === 'word' || by === 'stem') && terms.length === 1);

/** Nothing is called by a typing error, or by what a thing is like alone. */
const mayBeName = (words: readonly QueryWord[]): boolean =>
  words.every(isWritten) && words.some(({ role }) => role === undefined);

const groupOf = ({ alternatives }: QueryWord): TermGroup => ({
  alternatives: alternatives.filter(({ by }) => by === 'word' || by === 'stem'),
});

/** Whether words say more of a place than what kind it is, by the number of the kind: a `bike shop` is no name. */
const saysMoreThanKind = (view: SearchView, groups: readonly TermGroup[]): ((category: number) => boolean) => {
  const known = new Map<number, boolean>();
  return (category) => {
    const before = known.get(category);
    if (before !== undefined) return before;
    const ofKind = new Set(placeKindTerms(view.categories[category] ?? '').map(({ term }) => term));
    const isMore = groups.some(({ alternatives }) => !alternatives.some(({ terms: [term = ''] }) => ofKind.has(term)));
    known.set(category, isMore);
    return isMore;
  };
};

/**
 * The places that are called by the words of a name; none where products are, since `ketting` is a chain first
 * and a shop second, unless the words can hardly be anything else.
 */
export const placesCalled = (
  view: SearchView,
  words: readonly QueryWord[],
  { isSurely }: Pick<NameReading, 'isSurely'>,
): ReadonlySet<number> => {
  const called = new Set<number>();
  if (words.length === 0 || !mayBeName(words)) return called;
  if (postingsOf(words, view.vocabulary) > searchRoomLimits.placeNamePostingsMax) return called;
  const { count, subjects, scores, full } = view.match(words.map(groupOf), 'text');
  const isNameOf = saysMoreThanKind(view, words.filter(({ role }) => role === undefined).map(groupOf));
  const best = full * strongestWay(words);
  for (let at = 0; at < count; at++) {
    const subject = subjects[at] ?? none;
    const score = scores[at] ?? 0;
    const kind = view.subjects.kind[subject];
    if (kind === productKind && !isSurely && score >= textFigures.namedMin * best) return new Set();
    if (
      kind === placeKind &&
      score >= textFigures.strongMin * best &&
      isNameOf(view.subjects.category[subject] ?? none)
    )
      called.add(subject);
  }
  return called;
};
