import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemFrench } from '@orama/stemmers/french';
import { stemmer as stemGerman } from '@orama/stemmers/german';
import type { StemLanguage } from '../language.ts';
import { languageLimits } from '../limits.ts';
import { remember } from '../remember.ts';
import { dutchStem } from './dutch-stem.ts';

const remembered = (stemmer: (word: string) => string): ((word: string) => string) =>
  remember((word) => stemmer(word) || word, languageLimits.rememberedWordsMax);
const stemmers: Readonly<Record<StemLanguage, (word: string) => string>> = {
  nl: remembered(dutchStem),
  en: remembered(stemEnglish),
  de: remembered(stemGerman),
  // Snowball keeps the s of `velos`.
  fr: remembered((word) => stemFrench(word.replace(/(?<=[a-z]{3}[aiou])s$/, ''))),
};
const onlyLetters = /^[a-z]{3,}$/;

/** The stem of a folded word; a word of digits or of another script is its own stem. */
export const stem = (word: string, language: StemLanguage): string =>
  onlyLetters.test(word) ? stemmers[language](word) : word;
