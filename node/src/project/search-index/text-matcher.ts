import { searchIndexLimits } from './limits.ts';
import { PostingReader } from './posting-reader.ts';
import { RememberedMatches } from './remembered-matches.ts';
import type { TermGroup, TextField, TextMatches, TextMeasure } from './search-view.ts';
import { SideBySide } from './side-by-side.ts';
import { assortmentMark, type FilterColumn, filterTerm, type TextIndex } from './text-index.ts';
import { bm25, fieldWeights } from './text-weights.ts';
import { WayAdder } from './way-adder.ts';

/** How strongly a word counts that stands once in the name, in a text of average length. */
const fullStrength = (fieldWeights.name * (bm25.k1 + 1)) / (fieldWeights.name + bm25.k1);

const digitsKept = 6;

/** A figure as a cursor carries it: the same on the first page as on the next. */
const inShort = (value: number): number => Number(value.toPrecision(digitsKept));

/** How rare a group is that so many subjects have. */
type RarityOf = (group: number, having: number) => number;

/** How many subjects were found, in `found` and `outScores`, and how rare each group is; of nothing where none has all. */
interface Matched {
  readonly count: number;
  readonly rarities: readonly number[];
}

/** Finds subjects by words. */
export class TextMatcher {
  readonly #index: TextIndex;
  readonly #remembered = new RememberedMatches(searchIndexLimits.rememberedSubjectsMax);
  readonly #reader: PostingReader;
  readonly #ways: WayAdder;
  readonly #fewWays: SideBySide;

  constructor(index: TextIndex) {
    this.#index = index;
    this.#reader = new PostingReader(index);
    this.#ways = new WayAdder(index, this.#reader);
    this.#fewWays = new SideBySide(index, this.#reader);
  }

  /** As `SearchView.match`. */
  match(groups: readonly TermGroup[], field: TextField, given?: TextMeasure): TextMatches {
    if (given !== undefined) return this.#match(groups, field, given);
    return this.#remembered.find(groups, field, this.#index.version, () => this.#match(groups, field));
  }

  /** Finds the products with one of these numbers in a column; valid until the next call, or of `match`. */
  filter(column: FilterColumn, numbers: readonly number[]): Uint32Array {
    const { found, postings } = this.#reader.start('text', 0);
    let count = 0;
    for (const number of numbers) {
      const matching = this.#reader.read(filterTerm(column, number));
      found.set(postings.subarray(0, matching), count);
      count += matching;
    }
    return found.subarray(0, count);
  }

  #match(groups: readonly TermGroup[], field: TextField, given?: TextMeasure): TextMatches {
    const wordsMean = given?.wordsMean ?? this.#wordsMean(field);
    const { found, outScores } = this.#reader.start(field, wordsMean);
    const subjects = this.#index.lengths[field].subjects;
    const mark = field === 'assortment' ? assortmentMark : '';
    const rarityOf = (group: number, having: number): number =>
      given?.rarities[group] ?? inShort(Math.log(1 + (subjects - having + 0.5) / (having + 0.5)));
    const [first, ...others] = groups;
    const isOne = first !== undefined && others.length === 0;
    const { count, rarities } = isOne
      ? this.#matchAlone(first, mark, rarityOf)
      : this.#matchAll(groups, mark, rarityOf);
    const full = rarities.reduce((sum, rarity) => sum + rarity, 0) * fullStrength;
    return { count, subjects: found, scores: outScores, full, measure: { wordsMean, rarities } };
  }

  /** Finds subjects by a single word: most queries are one. */
  #matchAlone({ alternatives }: TermGroup, mark: string, rarityOf: RarityOf): Matched {
    const { outScores } = this.#reader.scratch;
    const isFew = this.#fewWays.canRead(alternatives);
    const count = isFew ? this.#fewWays.read(alternatives, mark) : this.#addUp(alternatives, mark);
    const rarity = rarityOf(0, count);
    for (let at = 0; at < count; at++) outScores[at] = rarity * (outScores[at] as number);
    return { count, rarities: [rarity] };
  }

  /** Finds the subjects that have all of several words, the rarest first: of the others it only matters who among those has them too. */
  #matchAll(groups: readonly TermGroup[], mark: string, rarityOf: RarityOf): Matched {
    const { found, groupScores, seen, stage, scores, touched } = this.#reader.scratch;
    const rarities = groups.map(() => 0);
    let [starts, left] = [0, 0];
    for (const [done, group] of this.#rarestFirst(groups, mark).entries()) {
      let having = 0;
      for (const alternative of groups[group]?.alternatives ?? [])
        having = this.#ways.add(alternative, mark, having, done);
      const rarity = rarityOf(group, having);
      rarities[group] = rarity;
      left = 0;
      for (let at = 0; at < having; at++) {
        const subject = touched[at] as number;
        seen[subject] = 0;
        if (stage[subject] !== done) continue;
        scores[subject] = (scores[subject] as number) + rarity * (groupScores[subject] as number);
        groupScores[subject] = 0;
        stage[subject] = done + 1;
        if (done === 0) found[starts++] = subject;
        left += 1;
      }
      if (left === 0) break;
    }
    return { count: this.#collect(starts, groups.length), rarities };
  }

  /** Groups by how many postings they have. */
  #rarestFirst(groups: readonly TermGroup[], mark: string): readonly number[] {
    const postings = groups.map(({ alternatives }) =>
      alternatives.flatMap(({ terms }) => terms).reduce((sum, term) => sum + this.#index.count(mark + term), 0),
    );
    return [...groups.keys()].toSorted((one, other) => (postings[one] ?? 0) - (postings[other] ?? 0));
  }

  /** Finds subjects by a single word that there are many ways to find. @returns how many */
  #addUp(alternatives: TermGroup['alternatives'], mark: string): number {
    const { groupScores, seen, touched, found, outScores } = this.#reader.scratch;
    let count = 0;
    for (const alternative of alternatives) count = this.#ways.add(alternative, mark, count, 0);
    for (let at = 0; at < count; at++) {
      const subject = touched[at] as number;
      seen[subject] = 0;
      found[at] = subject;
      outScores[at] = groupScores[subject] as number;
      groupScores[subject] = 0;
    }
    return count;
  }

  /** Leaves those of the found that are at this stage, with their scores; clears the scratch. @returns how many */
  #collect(starts: number, stageOfAll: number): number {
    const { found, outScores, scores, stage } = this.#reader.scratch;
    let count = 0;
    for (let at = 0; at < starts; at++) {
      const subject = found[at] as number;
      if (stage[subject] === stageOfAll) {
        outScores[count] = scores[subject] as number;
        found[count++] = subject;
      }
      scores[subject] = 0;
      stage[subject] = 0;
    }
    return count;
  }

  #wordsMean(field: TextField): number {
    const { subjects, sum } = this.#index.lengths[field];
    return subjects === 0 ? 0 : inShort(sum / subjects);
  }
}
