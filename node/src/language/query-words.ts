import { createAbsenceReader } from './absence.ts';
import { isContainer, isOfPrice } from './amount-words.ts';
import { isAction, isDescribing } from './describing-words.ts';
import { type QueryWord, type QueryWordRole, type TermAlternative, topicMark, type Vocabulary } from './language.ts';
import { languageLimits } from './limits.ts';
import { namesThing } from './names-thing.ts';
import { isAnyShop } from './place-kind-terms.ts';
import {
  absentAlternatives,
  compoundTopicAlternatives,
  correctedAlternatives,
  halvedAlternatives,
  joinedAlternatives,
  joinedSynonyms,
  ownAlternatives,
  prefixAlternatives,
  soldAlternatives,
  synonymAlternatives,
  topicAlternatives,
  topicsOf,
} from './query-alternatives.ts';
import { isStopWord, opensAside, questionLength } from './stop-words.ts';
import { synonymsOf, synonymWordsMax } from './synonyms/synonyms.ts';
import { type Word, wordsOf } from './words.ts';

/** What a query is read by. */
export interface QueryOptions {
  /** Whether the last word may be the beginning of one: for answers while typing. */
  readonly prefixLast: boolean;
}

const isFound = (vocabulary: Vocabulary) => (term: string) => vocabulary.subjectsWith(term) > 0;

/** What stands in front of a verb and is written to it: `uit eten` is `uiteten`. */
const particles: ReadonlySet<string> = new Set('uit op af in aan bij na over om'.split(' '));

/** `t shirt`, `e bike` and `uit eten` are one word wherever texts have them so. */
const joinTorn = (words: readonly Word[], vocabulary: Vocabulary): Word[] => {
  const joined: Word[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    const text = (before?.text ?? '') + word.text;
    const isOne =
      before !== undefined &&
      ((/^[a-z]$/.test(before.text) &&
        ownAlternatives({ text, pieces: [] }).some(({ terms }) => terms.every(isFound(vocabulary)))) ||
        (particles.has(before.text) && isFound(vocabulary)(text)));
    if (isOne) joined[joined.length - 1] = { text, pieces: [before.text, word.text] };
    else joined.push(word);
  }
  return joined;
};

/** A word of a query, and whether it stands behind one that opens an aside. */
interface AskedWord extends Word {
  readonly isAside?: boolean;
  /** Whether it stands behind `zonder`. */
  readonly isAbsent?: boolean;
  /** Whether it is the `maken` of `laten maken`, which is done with anything. */
  readonly isDoneForYou?: boolean;
}

/** Whether what stands behind a word says what a thing has or is for: what a `bottle of` is of is the thing itself. */
const beginsAside = (word: string, before: Word | undefined): boolean =>
  before !== undefined && opensAside(word) && !(word === 'of' && isContainer(before.text));

/** Leaves out what only asks (`waar kan ik`) and what says nothing (`de`), unless there is nothing else. */
const tellingWords = (words: readonly Word[], keepLast: boolean): readonly AskedWord[] => {
  const texts = words.map(({ text }) => text);
  const telling: AskedWord[] = [];
  let isAside = false;
  const readAbsence = createAbsenceReader();
  for (let at = 0; at < words.length;) {
    const asking = questionLength(texts, at);
    const word = words[at];
    if (asking > 0) {
      at += asking;
      continue;
    }
    const isAbsent = word !== undefined && readAbsence(word);
    const isDoneForYou = word?.text === 'maken' && texts[at - 1] === 'laten';
    if (word !== undefined && !(isStopWord(word.text) && !(keepLast && at === words.length - 1)))
      telling.push({ ...word, isAside, isAbsent, isDoneForYou });
    // What is asked for stands first: `skateboard voor kinderen`.
    else if (word !== undefined && beginsAside(word.text, telling.at(-1))) isAside = true;
    at++;
  }
  return telling.length > 0 ? telling : words;
};

/** Synonyms of every run of words that a word stands in. */
const synonymsAround = (texts: readonly string[], at: number): readonly (readonly string[])[] => {
  const found: (readonly string[])[] = [];
  for (let length = 1; length <= synonymWordsMax; length++)
    for (let start = Math.max(0, at - length + 1); start <= at && start + length <= texts.length; start++)
      found.push(...synonymsOf(texts.slice(start, start + length)));
  return found;
};

const [correctedMin, longWord] = [4, 8];

const isWithoutDigits = (word: string): boolean => !/\d/.test(word);

/** Words that a word which nobody wrote may be a typing error of: one error, two in words above seven letters. */
const correctionsOf = (word: string, vocabulary: Vocabulary): readonly string[] => {
  if (word.length < correctedMin || !/^\p{L}+$/u.test(word)) return [];
  if (namesThing(word) || isDescribing({ text: word })) return [];
  const near = (distanceMax: number): readonly string[] =>
    vocabulary
      .near(word, distanceMax, languageLimits.correctionsMax)
      .filter((other) => isWithoutDigits(other) && !isStopWord(other));
  const nearest = near(1);
  return nearest.length > 0 || word.length < longWord ? nearest : near(2);
};

const strongestFirst = (alternatives: readonly TermAlternative[]): TermAlternative[] => {
  const strongest = new Map<string, TermAlternative>();
  for (const alternative of alternatives) {
    const key = alternative.terms.join(' ');
    if ((strongest.get(key)?.weight ?? 0) < alternative.weight) strongest.set(key, alternative);
  }
  return [...strongest.values()].toSorted((a, b) => b.weight - a.weight).slice(0, languageLimits.alternativesMax);
};

const roleOf = (word: AskedWord, next: AskedWord | undefined): QueryWordRole | undefined => {
  if (isOfPrice(word.text, next?.text) || word.isDoneForYou === true) return 'describing';
  // A `fles met deksel` is a bottle, a `fles wijn` is wine.
  const isSamePart = next !== undefined && next.isAside === word.isAside;
  if (isSamePart && !isDescribing(next) && isContainer(word.text)) return 'describing';
  // Of a `museum shop` the museum is what is looked for.
  if (isDescribing(word) || isAnyShop(word.text)) return 'describing';
  if (isAction(word.text)) return 'action';
  return word.isAside === true ? 'aside' : undefined;
};

/** `fiets zadel` and `bike saddle`: the category says what it is for, the name what it is. */
const topicsBeside = (front: string, head: string, isTopic: (topic: string) => boolean): TermAlternative[] => {
  const topics = topicsOf(front, synonymsOf([front])).filter(isTopic);
  if (topics.length === 0) return [];
  return topicsOf(head, synonymsOf([head])).flatMap((one) => topicAlternatives(topics, one));
};

const readQueryWord = (
  words: readonly AskedWord[],
  at: number,
  vocabulary: Vocabulary,
  isPrefix: boolean,
): QueryWord | undefined => {
  const word = words[at];
  if (word === undefined) return undefined;
  const texts = words.map(({ text }) => text);
  const [before, after] = [texts[at - 1], texts[at + 1]];
  const found = (alternatives: readonly TermAlternative[]): TermAlternative[] =>
    alternatives.filter(({ terms }) => terms.every(isFound(vocabulary)));
  if (word.isAbsent === true) {
    const absent = absentAlternatives(word);
    const known = strongestFirst(found(absent));
    return { word: word.text, alternatives: known.length > 0 ? known : absent.slice(0, 1), role: 'aside' };
  }
  const isTopic = (topic: string): boolean => isFound(vocabulary)(topicMark + topic);
  const alternatives = found([
    ...ownAlternatives(word),
    ...(before === undefined ? [] : joinedAlternatives(before, word.text)),
    ...(after === undefined ? [] : joinedAlternatives(word.text, after)),
    ...compoundTopicAlternatives(word.text),
    ...(before === undefined || isDescribing(word) ? [] : topicsBeside(before, word.text, isTopic)),
    ...(after === undefined || isDescribing({ text: after }) ? [] : topicsBeside(word.text, after, isTopic)),
    ...(before === undefined ? [] : joinedSynonyms(before, synonymsOf([word.text]))),
    ...(after === undefined ? [] : joinedSynonyms(word.text, synonymsOf([after]))),
    ...synonymAlternatives([
      ...synonymsAround(texts, at),
      // `fiets lamp` is a `fietslamp`, and has its synonyms.
      ...[before === undefined ? '' : before + word.text, after === undefined ? '' : word.text + after].flatMap(
        (joined) => (joined === '' ? [] : synonymsOf([joined])),
      ),
    ]),
    ...(isPrefix ? prefixAlternatives(vocabulary.withPrefix(word.text, languageLimits.prefixWordsMax)) : []),
  ]);
  // Parts may stand in one text by chance: only a term of its own says that the word is a word here.
  const isWritten = alternatives.some(({ terms }) => terms.length === 1);
  const halved = isWritten || alternatives.length > 0 ? [] : found(halvedAlternatives(word.text, isFound(vocabulary)));
  const sold = isWritten || halved.length > 0 ? [] : found(soldAlternatives(word.text));
  const corrections = isWritten ? [] : correctionsOf(word.text, vocabulary);
  const all = strongestFirst([...alternatives, ...halved, ...sold, ...found(correctedAlternatives(corrections))]);
  const role = roleOf(word, words[at + 1]);
  const [correctedTo] = alternatives.length + halved.length + sold.length === 0 ? corrections : [];
  return {
    word: word.text,
    alternatives: all.length > 0 ? all : ownAlternatives(word).slice(0, 1),
    ...(correctedTo === undefined ? {} : { correctedTo }),
    ...(role === undefined ? {} : { role }),
    ...(namesThing(word.text) ? { isKnown: true } : {}),
  };
};

/**
 * Reads a query in whatever of the languages it is: its telling words, and everything that counts as finding each.
 * Alternatives that no subject has are left out; a word that nobody wrote keeps itself alone.
 */
export const queryWords = (query: string, vocabulary: Vocabulary, { prefixLast }: QueryOptions): QueryWord[] => {
  const read = joinTorn(wordsOf(query, languageLimits.queryWordsReadMax), vocabulary);
  const words = tellingWords(read, prefixLast).slice(0, languageLimits.queryWordsMax);
  return words.flatMap((_, at) => readQueryWord(words, at, vocabulary, prefixLast && at === words.length - 1) ?? []);
};
