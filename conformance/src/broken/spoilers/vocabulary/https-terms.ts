import type { Spoiler } from '../../spoiler.ts';

/** N-Quads have the terms of schema.org with https. */
export const httpsTerms: Spoiler = {
  name: 'https-terms',
  fails: ['schema-org-iris'],
  answer: (answer) =>
    answer.type === 'application/n-quads'
      ? { ...answer, body: answer.body.replaceAll('<http://schema.org/', '<https://schema.org/') }
      : answer,
};
