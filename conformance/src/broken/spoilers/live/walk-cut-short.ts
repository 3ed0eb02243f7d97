import type { Spoiler } from '../../spoiler.ts';
import { problem } from '../../tiny-publisher/answer.ts';

/** A walk has to begin again as soon as something was deleted. */
export const walkCutShort: Spoiler = {
  name: 'walk-cut-short',
  class: 'publisher-live',
  fails: ['first-walk-finishes'],
  moreTombstones: 1_000,
  answer: (answer, { url, late }) =>
    late && url.searchParams.get('cursor')?.endsWith('-0') === false ? problem(410, 'Begin again.') : answer,
};
