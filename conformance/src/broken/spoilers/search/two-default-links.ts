import type { Spoiler } from '../../spoiler.ts';

/** There are two default links. */
export const twoDefaultLinks: Spoiler = {
  name: 'two-default-links',
  class: 'searchable',
  fails: ['one-default-link'],
  answer: (answer) =>
    answer.type === 'application/linkset+json'
      ? { ...answer, body: answer.body.replace(/voc\/defaultLink":\[(\{[^}]*\})\]/, 'voc/defaultLink":[$1,$1]') }
      : answer,
};
