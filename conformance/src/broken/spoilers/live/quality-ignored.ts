import type { Spoiler } from '../../spoiler.ts';

/** Quality values of Accept are not heeded. */
export const qualityIgnored: Spoiler = {
  name: 'quality-ignored',
  class: 'publisher-live',
  fails: ['documents-by-accept'],
  answer: (answer, { headers }) =>
    answer.type === 'application/ld+json' && (headers.get('accept') ?? '').includes(';q=')
      ? { ...answer, type: 'text/html' }
      : answer,
};
