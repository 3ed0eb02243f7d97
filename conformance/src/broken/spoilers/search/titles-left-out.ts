import type { Spoiler } from '../../spoiler.ts';

/** Links have no titles. */
export const titlesLeftOut: Spoiler = {
  name: 'titles-left-out',
  class: 'searchable',
  fails: ['linkset-for-programs'],
  answer: (answer) =>
    answer.type === 'application/linkset+json'
      ? { ...answer, body: answer.body.replaceAll('"title":', '"name":') }
      : answer,
};
