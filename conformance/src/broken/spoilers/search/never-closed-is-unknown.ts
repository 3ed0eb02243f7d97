import type { Spoiler } from '../../spoiler.ts';
import { eachPart, isAt } from './change-answer.ts';

/** Nobody knows whether a shop that never closes is open. */
export const neverClosedIsUnknown: Spoiler = {
  name: 'never-closed-is-unknown',
  class: 'searchable',
  fails: ['open-as-stated'],
  found: (answer) =>
    eachPart(answer, (part) =>
      isAt(part, 'buurtwinkel') && part['open'] !== undefined ? { ...part, open: { state: 'unknown' } } : part,
    ),
};
