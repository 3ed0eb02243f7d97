import type { Spoiler } from '../../spoiler.ts';

/** It never answers a Follow. */
export const neverAccepts: Spoiler = {
  name: 'never-accepts',
  class: 'federated',
  fails: ['follow-accepted'],
  federation: { sends: (sending) => (sending.activity['type'] === 'Accept' ? [] : [sending]) },
};
