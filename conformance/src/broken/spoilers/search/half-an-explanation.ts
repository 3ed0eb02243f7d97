import { isObject } from '../../../json/json-value.ts';
import type { Spoiler } from '../../spoiler.ts';
import { eachResult } from './change-answer.ts';

/** A term of each score is kept secret. */
export const halfAnExplanation: Spoiler = {
  name: 'half-an-explanation',
  class: 'searchable',
  fails: ['scores-explained'],
  found: (answer) =>
    eachResult(answer, (result) => {
      const { explain } = result;
      if (!isObject(explain) || !Array.isArray(explain['terms'])) return result;
      return { ...result, explain: { ...explain, terms: (explain['terms'] as readonly unknown[]).slice(1) } };
    }),
};
