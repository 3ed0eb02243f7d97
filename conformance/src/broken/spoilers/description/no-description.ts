import type { Spoiler } from '../../spoiler.ts';

/** The well-known address answers 404. */
export const noDescription: Spoiler = {
  name: 'no-description',
  fails: ['description-answered'],
  answer: (answer, { url }) => (url.pathname === '/.well-known/openstraat' ? { ...answer, status: 404 } : answer),
};
