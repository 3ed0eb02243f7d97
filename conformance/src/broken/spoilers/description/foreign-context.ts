import type { Spoiler } from '../../spoiler.ts';

/** The description names the context of somebody else. */
export const foreignContext: Spoiler = {
  name: 'foreign-context',
  fails: ['description-answered'],
  description: (description) => ({ ...description, '@context': 'https://elsewhere.example/context/v1.jsonld' }),
};
