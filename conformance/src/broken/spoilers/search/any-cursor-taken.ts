import type { Spoiler } from '../../spoiler.ts';

/** A cursor that nobody wrote is taken. */
export const anyCursorTaken: Spoiler = {
  name: 'any-cursor-taken',
  class: 'searchable',
  fails: ['wrong-cursors'],
  answer: (answer, { url }) =>
    url.searchParams.get('cursor') === 'nobody-wrote-this'
      ? { ...answer, status: 200, type: 'application/json', body: '{}' }
      : answer,
};
