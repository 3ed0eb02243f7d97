import type { Spoiler } from '../../spoiler.ts';
import { changeJson } from './change-json.ts';

/** Followers are counted, and none is listed. */
export const nodesNotListed: Spoiler = {
  name: 'nodes-not-listed',
  class: 'federated',
  fails: ['nodes-listed'],
  answer: changeJson(/\/followers$/, (json) => ({ ...json, orderedItems: json['orderedItems'] && [] })),
};
