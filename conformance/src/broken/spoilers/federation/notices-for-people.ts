import type { Spoiler } from '../../spoiler.ts';

/** It tells people of changes, as if they were nodes. */
export const noticesForPeople: Spoiler = {
  name: 'notices-for-people',
  class: 'federated',
  fails: ['notices-for-nodes'],
  federation: { tellsEveryone: true },
};
