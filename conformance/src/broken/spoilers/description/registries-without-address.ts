import type { Spoiler } from '../../spoiler.ts';

/** A registry is no address. */
export const registriesWithoutAddress: Spoiler = {
  name: 'registries-without-address',
  fails: ['registries'],
  description: (description) => ({ ...description, registries: ['the registry'] }),
};
