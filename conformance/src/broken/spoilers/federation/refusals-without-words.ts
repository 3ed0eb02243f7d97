import type { Spoiler } from '../../spoiler.ts';

/** Refusals are empty. */
export const refusalsWithoutWords: Spoiler = {
  name: 'refusals-without-words',
  class: 'federated',
  fails: ['refusals-explained'],
  answer: (answer, { method }) =>
    method === 'POST' && answer.status >= 400 ? { ...answer, type: 'text/plain', body: '' } : answer,
};
