import type { Spoiler } from '../../spoiler.ts';

/** The second page says that it is the last. */
export const walkEndsEarly: Spoiler = {
  name: 'walk-ends-early',
  class: 'searchable',
  fails: ['walk-meets-all'],
  found(answer, url) {
    const { next: _next, ...last } = answer;
    return url.searchParams.has('cursor') ? last : answer;
  },
};
