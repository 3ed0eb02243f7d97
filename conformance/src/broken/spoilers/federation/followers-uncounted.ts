import type { Spoiler } from '../../spoiler.ts';
import { changeJson } from './change-json.ts';

/** Followers are not counted. */
export const followersUncounted: Spoiler = {
  name: 'followers-uncounted',
  class: 'federated',
  fails: ['collections-end'],
  answer: changeJson(/\/followers$/, (json) => ({ ...json, totalItems: undefined })),
};
