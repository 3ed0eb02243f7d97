import { splitCompound } from './compounds/split-compound.ts';
import { isKnownWord } from './known-words.ts';

/** Whether a word is one for a thing, whether anybody has one or not: `kettingzaag`. */
export const namesThing = (word: string): boolean => isKnownWord(word) || splitCompound(word)?.complete === true;
