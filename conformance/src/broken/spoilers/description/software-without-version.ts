import type { Spoiler } from '../../spoiler.ts';

/** The software has no version. */
export const softwareWithoutVersion: Spoiler = {
  name: 'software-without-version',
  fails: ['software'],
  description: (description) => ({ ...description, software: { type: 'SoftwareApplication', name: 'tiny-publisher' } }),
};
