import type { Spoiler } from '../../spoiler.ts';
import { changeJson } from './change-json.ts';

/** NodeInfo has a member that its schema forbids. */
export const nodeInfoWithSchema: Spoiler = {
  name: 'node-info-with-schema',
  class: 'federated',
  fails: ['node-info-valid'],
  answer: changeJson('/nodeinfo/2.1', (json) => ({
    $schema: 'http://nodeinfo.diaspora.software/ns/schema/2.1#',
    ...json,
  })),
};
