import type { Spoiler } from '../../spoiler.ts';
import { changeJson } from './change-json.ts';

/** NodeInfo names another protocol. */
export const nodeInfoOfAnotherProtocol: Spoiler = {
  name: 'node-info-of-another-protocol',
  class: 'federated',
  fails: ['node-info-protocol'],
  answer: changeJson('/nodeinfo/2.1', (json) => ({ ...json, protocols: ['diaspora'] })),
};
