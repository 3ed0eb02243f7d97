import type { Spoiler } from '../../spoiler.ts';

/** The page as N-Quads lacks the prices. */
export const oneQuadLost: Spoiler = {
  name: 'one-quad-lost',
  class: 'publisher-live',
  fails: ['quads-say-the-same'],
  answer: (answer) =>
    answer.type === 'application/n-quads'
      ? {
          ...answer,
          body: answer.body
            .split('\n')
            .filter((line) => !line.includes('schema.org/price>'))
            .join('\n'),
        }
      : answer,
};
