import type { Spoiler } from '../../spoiler.ts';

/** It sends a notice for each of many changes. */
export const noticeForEachChange: Spoiler = {
  name: 'notice-for-each-change',
  class: 'federated',
  fails: ['notices-are-few'],
  federation: {
    sends: (sending) => (sending.activity['type'] === 'Update' ? Array.from({ length: 11 }, () => sending) : [sending]),
  },
};
