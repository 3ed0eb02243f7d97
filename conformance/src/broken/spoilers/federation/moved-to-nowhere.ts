import type { Spoiler } from '../../spoiler.ts';
import { tinyActor } from '../../tiny-publisher/federation/actor-documents.ts';
import { changeActor } from './change-json.ts';

/** The actor has moved to where it is. */
export const movedToNowhere: Spoiler = {
  name: 'moved-to-nowhere',
  class: 'federated',
  fails: ['moved-actor-stays'],
  answer: changeActor((actor) => ({ ...actor, movedTo: tinyActor })),
};
