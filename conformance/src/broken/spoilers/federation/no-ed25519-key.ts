import type { Spoiler } from '../../spoiler.ts';
import { changeActor } from './change-json.ts';

/** The actor has no Ed25519 key. */
export const noEd25519Key: Spoiler = {
  name: 'no-ed25519-key',
  class: 'federated',
  fails: ['ed25519-key'],
  answer: changeActor((actor) => ({ ...actor, assertionMethod: undefined })),
};
