import type { NodeSettings } from '../../../config/settings.ts';
import { cultureKinds } from './culture.ts';
import { fashionKinds } from './fashion.ts';
import { foodKinds } from './food.ts';
import { freeTimeKinds } from './free-time.ts';
import { homeKinds } from './home.ts';
import { otherShopKinds } from './other-shops.ts';
import type { PlaceKindName } from './place-kind-name.ts';
import { serviceKinds } from './services.ts';
import { tourismKinds } from './tourism.ts';
import { transportKinds } from './transport.ts';

type Language = NodeSettings['language'];

/** A part of the front page: kinds that people look for together. */
export interface PlaceSection {
  readonly heading: Readonly<Record<Language, string>>;
  readonly kinds: readonly PlaceKindName[];
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

interface KnownKind {
  readonly section: PlaceSection;
  readonly names: Readonly<Record<Language, string>>;
}
const known: ReadonlyMap<string, KnownKind> = new Map(
  placeSections.flatMap((section) =>
    section.kinds.map(([tag, nl, en]): [string, KnownKind] => [tag, { section, names: { nl, en } }]),
  ),
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
  known.get(tag)?.section ?? sectionOfKey.get(tag.slice(0, tag.indexOf('='))) ?? others;

/** A kind of place in the singular; a tag that is not listed reads as its value, which is English. */
export const placeKindName = (
  tag: string,
  language: Language,
): { readonly text: string; readonly language: string | undefined } => {
  const names = known.get(tag)?.names;
  if (names !== undefined) return { text: names[language], language: undefined };
  const text = tag.slice(tag.indexOf('=') + 1).replaceAll('_', ' ');
  return { text, language: language === 'en' ? undefined : 'en' };
};

/** A word as it stands by itself. */
export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
