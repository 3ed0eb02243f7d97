import type { Place } from '@openstraat/spec';
import type { NodeSettings } from '../../config/settings.ts';
import type { ChangeLogReader } from '../../log/change-log.ts';
import { fromStoredText } from '../../log/stored-text.ts';
import { type ActorProfile, goneProfile, type HoursInWords, nodeProfile, placeProfile } from './actor-profile.ts';
import type { LocalActor } from './local-actor.ts';

/** What profiles are made of. */
export interface ProfileParts {
  readonly log: Pick<ChangeLogReader, 'get'>;
  readonly settings: NodeSettings;
  readonly hoursInWords: HoursInWords;
}

/** The profile of an actor as its place's document has it now. */
export const findProfile = async (actor: LocalActor, parts: ProfileParts): Promise<ActorProfile> => {
  const { log, settings, hoursInWords } = parts;
  if (actor.place === undefined) return nodeProfile(settings);
  const entry = await log.get(actor.place);
  return entry?.text === undefined
    ? goneProfile(actor.username, settings.origin + actor.place, settings)
    : placeProfile(fromStoredText(entry.text) as Place, settings, hoursInWords);
};
