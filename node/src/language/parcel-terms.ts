import {
  parcelLockerWords,
  parcelPointWords,
  type ParcelService,
  parcelServiceWords,
} from '../place-kinds/parcel-words.ts';
import { wordsIn } from '../place-kinds/place-kinds.ts';
import type { IndexTerm } from './language.ts';
import { languageLimits } from './limits.ts';
import { termsOfLists } from './place-kind-terms.ts';
import { remember } from './remember.ts';
import { indexWeights } from './weights.ts';

const termsOf = remember((key: string): readonly IndexTerm[] => {
  const [pointType, ...services] = key.split(' ');
  return termsOfLists([
    [wordsIn(parcelPointWords), indexWeights.kindName],
    [pointType === 'locker' ? wordsIn(parcelLockerWords) : [], indexWeights.kindName],
    [services.flatMap((service) => wordsIn(parcelServiceWords[service as ParcelService])), indexWeights.kindName],
  ]);
}, languageLimits.rememberedWordsMax);

/** The terms that a parcel point is found under for what it is and what can be done there, in four languages. */
export const parcelTerms = (
  pointType: 'locker' | 'counter',
  services: readonly ParcelService[],
): readonly IndexTerm[] => termsOf([pointType, ...services.toSorted()].join(' '));
