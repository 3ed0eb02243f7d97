import type { Spoiler } from '../../spoiler.ts';
import { eachResult } from './change-answer.ts';

/** Results are said to be of another node. */
export const anotherNodeNamed: Spoiler = {
  name: 'another-node-named',
  class: 'searchable',
  fails: ['nothing-but-published'],
  found: (answer) =>
    eachResult(answer, (result) => ({ ...result, origin: { name: 'Elders', url: 'https://elders.example' } })),
};
