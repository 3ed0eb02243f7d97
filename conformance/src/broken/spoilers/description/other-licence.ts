import type { Spoiler } from '../../spoiler.ts';

/** The description states another licence than the pages. */
export const otherLicence: Spoiler = {
  name: 'other-licence',
  fails: ['description-licence'],
  description: (description) => ({ ...description, license: 'https://creativecommons.org/publicdomain/zero/1.0/' }),
};
