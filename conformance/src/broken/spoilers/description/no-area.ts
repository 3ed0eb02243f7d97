import type { Spoiler } from '../../spoiler.ts';

/** The description says no area. */
export const noArea: Spoiler = {
  name: 'no-area',
  fails: ['area-served'],
  description: ({ areaServed: _areaServed, ...description }) => description,
};
