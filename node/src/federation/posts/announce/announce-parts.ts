import type { Event, Offer, Place, Product, ThingId } from '@openstraat/spec';
import type { NodeSettings } from '../../../config/settings.ts';
import type { ChangeLogReader } from '../../../log/change-log.ts';
import { fromStoredText } from '../../../log/stored-text.ts';
import type { Clock } from '../../../model/clock.ts';
import type { Announcement, LocalActor, LocalActors } from '../../actors/local-actor.ts';
import type { Posts } from '../posts.ts';
import { type AnnouncedThing, isThere } from './announced-thing.ts';
import type { AnnouncementStore } from './announcement-store.ts';

/** What announcements are made with. */
export interface AnnounceParts {
  readonly log: ChangeLogReader;
  readonly actors: Pick<LocalActors, 'get' | 'ofPlace' | 'list'>;
  readonly posts: Pick<Posts, 'publish' | 'edit' | 'remove' | 'get'>;
  readonly store: AnnouncementStore;
  readonly settings: Pick<NodeSettings, 'origin' | 'area' | 'language'>;
  readonly clock: Clock;
  /** What fails at one actor stops no other. */
  readonly onError: (error: unknown) => void;
}

/** What an actor announces by itself: nothing, once it has moved. */
export const announcesOf = ({ place, movedTo, announces }: LocalActor): readonly Announcement[] =>
  place === undefined || movedTo !== undefined ? [] : announces;

type Read = Place | Event | Offer | Product;

const read = async <T extends Read>(log: Pick<ChangeLogReader, 'get'>, id: string): Promise<T | undefined> => {
  const entry = await log.get(id as ThingId);
  return entry?.text === undefined ? undefined : (fromStoredText(entry.text) as T);
};

/** The place of an actor, as it is now. */
export const placeOf = ({ log }: Pick<AnnounceParts, 'log'>, actor: LocalActor): Promise<Place | undefined> =>
  actor.place === undefined ? Promise.resolve(undefined) : read<Place>(log, actor.place);

/** A thing as it is now; undefined when it is no more what the announcement tells of, or at another place. */
export const readAnnounced = async (
  { log }: Pick<AnnounceParts, 'log'>,
  announcement: Announcement,
  id: string,
  place: string,
): Promise<AnnouncedThing | undefined> => {
  const thing = await read<Event | Offer>(log, id);
  if (thing === undefined || !isThere(announcement, thing)) return undefined;
  if ('startDate' in thing)
    return announcement === 'events' && thing.location === place ? { announcement, id, event: thing } : undefined;
  if (announcement === 'events' || thing.availableAtOrFrom !== place) return undefined;
  return { announcement, id, offer: thing, product: await read<Product>(log, thing.itemOffered) };
};
