import { irregularSingular } from './dutch-irregular.ts';

// Snowball's Dutch stemmer shortens vowels: it can't tell `poten` from `potten`, nor `kazen` from `kassen`.
// Spelling can: one consonant behind a vowel means that the vowel is long, two that it is short. So the singular is spelled out again.

const onlyLetters = /^[a-z]+$/;
// `luier` has two, and so has `waaier`.
const vowelGroup = /[aeiou]{2}i?(?=e[lnr])|[aeiouy]+/g;
const syllables = (word: string): number => word.match(vowelGroup)?.length ?? 0;

/** Endings of more than one syllable whose vowel is long all the same: `juwelen`, `systemen`, `dobbelstenen`. */
const longEl = /(?:juw|pan|kam|kast|pens|tafer|onderd|voord|bestandd|krak|houw|gev)el$/;
const longEmOrEn = /(?:bl|st|cr|r|th)em$|(?:st|sch|b)en$/;

const hasLongVowel = (base: string): boolean => {
  if (!base.endsWith('el') && !base.endsWith('em') && !/e[rn]$/.test(base)) return true;
  return syllables(base) === 1 || longEl.test(base) || longEmOrEn.test(base);
};

const undouble = (base: string): string => base.replace(/([bcdfgklmnprstz])\1$/, '$1');

/** Writes vowel and consonant as they stand at the end of a word: `brod` is `brood`, `pann` is `pan`, `huiz` is `huis`. */
const spellEnding = (base: string): string => {
  const short = undouble(base);
  const isLong = short === base && /(?:^|[^aeiouy])[aeou][bdfgklmnprstvz]$/.test(base) && hasLongVowel(base);
  const spelled = isLong ? base.slice(0, -1) + base.slice(-2) : short;
  return spelled.replace(/z$/, 's').replace(/v$/, 'f');
};

const endings: readonly (readonly [RegExp, (word: string) => string])[] = [
  // fotootje, autootje, pianootje
  [/[a-z]{2}[^o]ootje$/, (word) => (syllables(word) > 2 ? word.slice(0, -4) : word.slice(0, -2))],
  // batterijtje, familietje
  [/(?:ij|[^aeiou][a-z]*[^aeiou]ie|w|eau)tje$/, (word) => word.slice(0, -3)],
  // kettinkje
  [/[aeiouy][a-z]+inkje$/, (word) => `${word.slice(0, -3)}g`],
  // boompje, filmpje; but lampje
  [/(?:[aeiou]{2}|[lr])mpje$/, (word) => word.slice(0, -3)],
  // balletje, ringetje, bloemetje; but boeketje, tabletje
  [/[aeiou](?:[lmnr]{2}|ng|[bg]{2}|[aeiou][lmnr]|[lr]m)etje$/, (word) => undouble(word.slice(0, -4))],
  // stoeltje, kraantje, deurtje; tafeltje, kussentje
  [/(?:[aeiou]{2}|[aeiouy][a-z]+e)[lnr]tje$/, (word) => word.slice(0, -3)],
  // bankje, huisje, plantje, broodje
  [/[aeiouy][a-z]*[bdfghkpstx]je$/, (word) => word.slice(0, -2)],
];

const singularOfDiminutive = (word: string): string => {
  const single = word.endsWith('jes') ? word.slice(0, -1) : word;
  if (!single.endsWith('je')) return word;
  const rule = endings.find(([ending]) => ending.test(single));
  return rule === undefined ? single : rule[1](single);
};

const singularOfEn = (word: string): string => {
  // knieen, zeeen; colonien
  if (/(?:ie|ee)en$/.test(word)) return word.slice(0, -2);
  if (/[^aeiou]ien$/.test(word) && word.length > 5) return word.slice(0, -1);
  if (word.endsWith('heden') && word.length > 7) return `${word.slice(0, -5)}heid`;
  if (!/[aeiouy][a-z]*[^aeo]en$/.test(word) && !/(?:[aou]i|ij)en$/.test(word)) return word;
  return spellEnding(word.slice(0, -2));
};

/** Nouns that end in s themselves, also behind another word: `regenjas`, `koksmes`; but `cremes`, `pizzas`, `dames`. */
const nounInS =
  /(?:(?<!nin)jas|(?<!pas|fies)tas|glas|gras|matras|terras|kompas|atlas|scheermes|fileermes|(?<=[a-z]{3})(?<![aeiour])mes|(?:b|act|irc|amp|on|ir|ot)us)$/;

const singularOfS = (word: string): string => {
  if (syllables(word) < 2 || nounInS.test(word)) return word;
  // appels, lantaarns, balkons; fotos, cameras; cadeaus; series, horloges; restaurants
  return /[^s][lmnr]s$|[^aeiou][aeiouy]s$|(?:eau|ie|ee|ue|ia|io|eo|nt)s$/.test(word) ? word.slice(0, -1) : word;
};

/** Inflected adjectives, and nouns in -e: `rode`, `witte`, `groente`. */
const baseOfE = (word: string): string => {
  if (/(?:aa|oo|[aeou])ie$/.test(word)) return word.slice(0, -1);
  return /[aeiouy][a-z]*[^aeiou]e$/.test(word) && word.length > 3 && !word.endsWith('je')
    ? spellEnding(word.slice(0, -1))
    : word;
};

const step = (word: string): string => {
  const irregular = irregularSingular(word);
  if (irregular !== undefined) return irregular;
  if (/jes?$/.test(word)) {
    const single = singularOfDiminutive(word);
    if (single !== word) return single;
  }
  if (word.endsWith('en')) return singularOfEn(word);
  if (word.endsWith('s')) return singularOfS(word);
  return word.endsWith('e') ? baseOfE(word) : word;
};

const stepsMax = 4;

/** The stem of a folded Dutch word: its singular without inflection, also of adjectives and diminutives. Source: Dutch spelling. */
export const dutchStem = (word: string): string => {
  if (word.length < 3 || !onlyLetters.test(word)) return word;
  let stem = word;
  for (let steps = 0; steps < stepsMax; steps++) {
    const next = step(stem);
    if (next === stem || next.length < 2) return stem;
    stem = next;
  }
  return stem;
};
