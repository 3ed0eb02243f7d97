import type { Spoiler } from '../../spoiler.ts';

/** Advertising is a term of the order. */
export const advertisingCounts: Spoiler = {
  name: 'advertising-counts',
  class: 'searchable',
  fails: ['not-for-sale'],
  answer: (answer) => ({ ...answer, body: answer.body.replaceAll('"term":"open"', '"term":"advertising"') }),
};
