import type { Spoiler } from '../../spoiler.ts';

/** It acts on everything, however often it comes. */
export const countsTwice: Spoiler = {
  name: 'counts-twice',
  class: 'federated',
  fails: ['taken-once'],
  federation: { forgets: true },
};
