import { languageLimits } from '../language/limits.ts';
import { wordsOf } from '../language/words.ts';

/** `1000 stuks` and `t shirt` are one word of two, `1,7 l` of two or three. */
const runWordsMax = 3;

const trimmed = (run: string): string => run.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** Tells the words of a query as they were typed: `kase` as `Käse`, `1000stuks` as `1000 stuks`; a word that is none of them as it is. */
export const createTypedWords = (query: string): ((word: string) => string) => {
  const typed = query.trim().split(/\s+/).slice(0, languageLimits.queryWordsReadMax);
  let known: Map<string, string> | undefined;
  const readAll = (): Map<string, string> => {
    const found = new Map<string, string>();
    for (let length = 1; length <= runWordsMax; length++)
      for (let at = 0; at + length <= typed.length; at++) {
        const run = typed.slice(at, at + length).join(' ');
        const word = wordsOf(run, runWordsMax)
          .map(({ text }) => text)
          .join('');
        if (!found.has(word)) found.set(word, trimmed(run));
      }
    return found;
  };
  return (word) => {
    if (typed.includes(word)) return word;
    known ??= readAll();
    return known.get(word) ?? word;
  };
};
