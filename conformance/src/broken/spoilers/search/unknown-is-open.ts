import type { Spoiler } from '../../spoiler.ts';
import { eachResult, isAt } from './change-answer.ts';

/** A place of unknown hours is open. */
export const unknownIsOpen: Spoiler = {
  name: 'unknown-is-open',
  class: 'searchable',
  fails: ['unknown-is-not-closed'],
  found: (answer) =>
    eachResult(answer, (result) =>
      isAt(result, 'station') && result['type'] === 'place' ? { ...result, open: { state: 'open' } } : result,
    ),
};
