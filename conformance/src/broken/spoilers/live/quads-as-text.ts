import type { Spoiler } from '../../spoiler.ts';

/** N-Quads are sent as plain text. */
export const quadsAsText: Spoiler = {
  name: 'quads-as-text',
  class: 'publisher-live',
  fails: ['feed-by-accept'],
  answer: (answer) => (answer.type === 'application/n-quads' ? { ...answer, type: 'text/plain' } : answer),
};
