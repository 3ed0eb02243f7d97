import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** A source may not be used commercially. */
export const notForCommerce: Spoiler = {
  name: 'not-for-commerce',
  fails: ['open-licence'],
  things: changeThing('/sources/rijwielhal-feed', (data) => ({
    ...data,
    license: 'https://creativecommons.org/licenses/by-nc/4.0/',
  })),
};
