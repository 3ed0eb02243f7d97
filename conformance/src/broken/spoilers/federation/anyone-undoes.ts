import type { Spoiler } from '../../spoiler.ts';

/** It lets anybody undo what others did. */
export const anyoneUndoes: Spoiler = {
  name: 'anyone-undoes',
  class: 'federated',
  fails: ['foreign-undo-ignored'],
  federation: { anyoneUndoes: true },
};
