import type { Spoiler } from '../../spoiler.ts';

/** It tells nobody of changes. */
export const noNotices: Spoiler = {
  name: 'no-notices',
  class: 'federated',
  fails: ['notice-of-change'],
  federation: { sends: (sending) => (sending.activity['type'] === 'Update' ? [] : [sending]) },
};
