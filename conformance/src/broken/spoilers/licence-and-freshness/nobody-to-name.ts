import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** A source does not say whom to name. */
export const nobodyToName: Spoiler = {
  name: 'nobody-to-name',
  fails: ['source-licence'],
  things: changeThing('/sources/rijwielhal-feed', ({ attribution: _attribution, ...data }) => data),
};
