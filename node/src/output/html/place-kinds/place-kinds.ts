import type { NodeSettings } from '../../../config/settings.ts';
import { cultureKinds } from '../../../place-kinds/culture.ts';
import { fashionKinds } from '../../../place-kinds/fashion.ts';
import { foodKinds } from '../../../place-kinds/food.ts';
import { freeTimeKinds } from '../../../place-kinds/free-time.ts';
import { homeKinds } from '../../../place-kinds/home.ts';
import { otherShopKinds } from '../../../place-kinds/other-shops.ts';
import type { PlaceKind } from '../../../place-kinds/place-kind.ts';
import { serviceKinds } from '../../../place-kinds/services.ts';
import { tourismKinds } from '../../../place-kinds/tourism.ts';
import { transportKinds } from '../../../place-kinds/transport.ts';

type Language = NodeSettings['language'];

/** A part of the front page: kinds that people look for together. */
export interface PlaceSection {
  readonly heading: Readonly<Record<Language, string>>;
  readonly kinds: readonly PlaceKind[];
}

const otherShops: PlaceSection = {
  heading: { nl: 'Winkels: van alles', en: 'Shops: all sorts' },
  kinds: otherShopKinds,
};
const services: PlaceSection = { heading: { nl: 'Diensten', en: 'Services' }, kinds: serviceKinds };
const culture: PlaceSection = {
  heading: { nl: 'Cultuur, sport en ontmoeting', en: 'Culture, sports and meeting' },
  kinds: cultureKinds,
};
const tourism: PlaceSection = {
  heading: { nl: 'Overnachten en bezoeken', en: 'Staying and visiting' },
  kinds: tourismKinds,
};
const others: PlaceSection = { heading: { nl: 'Overig', en: 'Other' }, kinds: [] };

/** The parts of the front page, in order. */
export const placeSections: readonly PlaceSection[] = [
  { heading: { nl: 'Eten en drinken', en: 'Food and drink' }, kinds: foodKinds },
  { heading: { nl: 'Winkels: wonen en tuin', en: 'Shops: house and garden' }, kinds: homeKinds },
  { heading: { nl: 'Winkels: mode en verzorging', en: 'Shops: fashion and care' }, kinds: fashionKinds },
  {
    heading: { nl: 'Winkels: boeken, elektronica en vrije tijd', en: 'Shops: books, electronics and free time' },
    kinds: freeTimeKinds,
  },
  otherShops,
  services,
  culture,
  { heading: { nl: 'Vervoer', en: 'Transport' }, kinds: transportKinds },
  tourism,
  others,
];

const sectionOfTag: ReadonlyMap<string, PlaceSection> = new Map(
  placeSections.flatMap((section) => section.kinds.map(({ tag }): [string, PlaceSection] => [tag, section])),
);

/** Where a kind goes that is not listed, by the key of its tag. */
const sectionOfKey: ReadonlyMap<string, PlaceSection> = new Map([
  ['shop', otherShops],
  ['craft', services],
  ['office', services],
  ['healthcare', services],
  ['leisure', culture],
  ['historic', culture],
  ['tourism', tourism],
]);

/** The part of the front page where a kind of place stands. */
export const sectionOfKind = (tag: string): PlaceSection =>
  sectionOfTag.get(tag) ?? sectionOfKey.get(tag.slice(0, tag.indexOf('='))) ?? others;

/** A word as it stands by itself. */
export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
