import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** Statements stand in the order in which they came. */
export const statementsInDisorder: Spoiler = {
  name: 'statements-in-disorder',
  fails: ['statements-kept'],
  things: changeThing('/products/09520000000011', (data) => ({
    ...data,
    statement: (data['statement'] as readonly unknown[]).toReversed(),
  })),
};
