import type { Event, Offer, Product } from '@openstraat/spec';
import type { Announcement } from '../../actors/local-actor.ts';

/** Something at a place that its followers may want to know. Ids are paths. */
export type AnnouncedThing =
  | { readonly announcement: 'events'; readonly id: string; readonly event: Event }
  | {
      readonly announcement: 'promotions' | 'products';
      readonly id: string;
      readonly offer: Offer;
      readonly product: Product | undefined;
    };

/** Whether a thing is what the announcement tells of, whenever that is: a note about it stays right. */
export const isThere = (announcement: Announcement, thing: Event | Offer): boolean => {
  if (announcement === 'events') return 'startDate' in thing;
  if (!('availability' in thing)) return false;
  return announcement === 'promotions' ? thing.salePrice !== undefined : thing.availability !== 'Discontinued';
};

/** Whether it is still worth telling. */
export const isNews = (announcement: Announcement, thing: Event | Offer, nowMs: number): boolean => {
  if (!isThere(announcement, thing)) return false;
  if ('startDate' in thing) return Date.parse(thing.endDate ?? thing.startDate) > nowMs;
  if (announcement === 'products') return thing.availability !== 'OutOfStock';
  return thing.saleThrough === undefined || Date.parse(thing.saleThrough) > nowMs;
};
