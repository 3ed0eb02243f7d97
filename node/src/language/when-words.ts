import { splitCompound } from './compounds/split-compound.ts';
import { foldText } from './fold.ts';
import { isKnownWord } from './known-words.ts';
import { isStopWord } from './stop-words.ts';

/** A query without the words that say when. */
interface WhenInQuery {
  /** What is left; empty where nothing else is asked. */
  readonly words: string;
  /** What is left with the words about a day: something may be called by them. */
  readonly withDays: string;
  /** Whether what is open now is asked for. */
  readonly isOpenNow: boolean;
  /** Words about a day, as they were typed: what is on then can't be told from them. */
  readonly days: readonly string[];
}

/** Phrases by their first word, the longest first. */
type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

const phrasesOf = (list: string): Phrases =>
  Map.groupBy(
    foldText(list)
      .split(',')
      .map((phrase) => phrase.trim().split(/\s+/))
      .toSorted((one, other) => other.length - one.length),
    ([first = '']) => first,
  );

const openNow = phrasesOf(`
  nu nog open, nu nog, nu open, open nu, nu geopend, geopend nu, op dit moment open, open op dit moment, is nu open, die nu open is, die nu open zijn, nog open,
  open now, now open, is open now, open right now, still open,
  jetzt geöffnet, geöffnet jetzt, jetzt offen, jetzt auf, noch offen,
  ouvert maintenant, ouverte maintenant, maintenant ouvert, maintenant ouverte, ouvert en ce moment, encore ouvert`);

const dayNames = `maandag dinsdag woensdag donderdag vrijdag zaterdag zondag feestdag
  monday tuesday wednesday thursday friday saturday sunday
  montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
  lundi mardi mercredi jeudi vendredi samedi dimanche`
  .trim()
  .split(/\s+/);

const days = phrasesOf(
  [
    ...dayNames,
    ...dayNames.flatMap((day) => ['op', 'on', 'am', 'le', 'komende', 'next'].map((before) => `${before} ${day}`)),
    ...['ochtend', 'morgen', 'middag', 'avond'].flatMap((part) => dayNames.slice(0, 7).map((day) => day + part)),
    `zondags, op zondagen, s morgens, s ochtends, s middags, s avonds, s nachts, vandaag, vanochtend, vanmiddag, vanavond, vannacht, morgen, morgenochtend, morgenmiddag, morgenavond, overmorgen, dit weekend, in het weekend,
    deze week, volgende week, today, tonight, this morning, this afternoon, this evening, tomorrow, tomorrow morning, tomorrow evening, this weekend, this week,
    heute, heute abend, heute nachmittag, übermorgen, dieses wochenende, am wochenende, aujourd'hui, ce soir, ce matin, cet après midi, demain, demain soir, ce week end`,
  ].join(', '),
);

/** Stands beside a day: `is open op zondag`, `'s avonds geopend`. */
const openness = phrasesOf(
  `is open, zijn open, open, geopend, open zijn, open is, is geopend, ist geöffnet, geöffnet, offen, est ouvert, est ouverte, ouvert, ouverte, ouverts, ouvertes`,
);

const lengthOf = (phrases: Phrases, words: readonly string[], at: number): number =>
  phrases.get(words[at] ?? '')?.find((phrase) => phrase.every((word, index) => words[at + index] === word))?.length ??
  0;

/** Words that tie others to a name: `Hier en Nu`, `Kunst van Nu`. */
const tying: ReadonlySet<string> = new Set(['', 'en', 'of', 'van', 'tot', 'and', 'or']);

const isThingOrSmall = (word: string): boolean =>
  isStopWord(word) || isKnownWord(word) || splitCompound(word)?.complete === true;

/** `nu brood` and `brood nu` ask where it is to be had now; beside a word that no list knows it may be a name, as in `nu metal`. */
const isNowAlone = (words: readonly string[], at: number): boolean => {
  if (words[at] !== 'nu') return false;
  const beside = [words[at - 1], words[at + 1]].filter((word) => word !== undefined);
  return beside.length > 0 && beside.every((word) => !tying.has(word) && isThingOrSmall(word));
};

const plain = (word: string): string => foldText(word).replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** Takes the words from a query that say when: `drogist open nu` asks for what is open now, `museum open zondag` for a museum. */
export const whenInQuery = (query: string): WhenInQuery => {
  const typed = query.trim().split(/\s+/);
  const words = typed.map(plain);
  const left: string[] = [];
  const withDays: string[] = [];
  const dayWords: string[] = [];
  let isOpenNow = false;
  let dayEnd = -1;
  const isDayAt = (at: number): boolean => at >= 0 && at < words.length && lengthOf(days, words, at) > 0;
  for (let at = 0; at < words.length;) {
    const now = Math.max(lengthOf(openNow, words, at), isNowAlone(words, at) ? 1 : 0);
    const day = now > 0 ? 0 : lengthOf(days, words, at);
    const open = now > 0 || day > 0 ? 0 : lengthOf(openness, words, at);
    // Only beside a day: `open haard` is a fireplace.
    const isBesideDay = open > 0 && (isDayAt(at + open) || dayEnd === at);
    const length = Math.max(1, now, day, isBesideDay ? open : 0);
    if (now === 0) withDays.push(...typed.slice(at, at + length));
    if (now > 0) isOpenNow = true;
    else if (day > 0 || isBesideDay) dayWords.push(...typed.slice(at, at + length));
    else left.push(typed[at] ?? '');
    at += length;
    if (day > 0) dayEnd = at;
  }
  return { words: left.join(' '), withDays: withDays.join(' '), isOpenNow, days: dayWords };
};
