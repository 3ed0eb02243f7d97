import { isDescribing } from './describing-words.ts';
import { isStopWord } from './stop-words.ts';
import type { Word } from './words.ts';

const opensAbsence: ReadonlySet<string> = new Set(['zonder', 'without', 'ohne', 'sans']);

/** Reads the words of a text in order: whether each names what a thing does without, as `suiker` in `zonder toegevoegde suiker`. */
export const createAbsenceReader = (): ((word: Pick<Word, 'text' | 'amount'>) => boolean) => {
  let isBehind = false;
  return (word) => {
    if (opensAbsence.has(word.text)) isBehind = true;
    else if (isBehind && !isStopWord(word.text)) {
      isBehind = isDescribing(word);
      return true;
    }
    return false;
  };
};
