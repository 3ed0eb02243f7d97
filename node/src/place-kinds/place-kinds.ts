import { cultureKinds } from './culture.ts';
import { fashionKinds } from './fashion.ts';
import { foodKinds } from './food.ts';
import { freeTimeKinds } from './free-time.ts';
import { homeKinds } from './home.ts';
import { otherShopKinds } from './other-shops.ts';
import type { PlaceKind } from './place-kind.ts';
import { serviceKinds } from './services.ts';
import { tourismKinds } from './tourism.ts';
import { transportKinds } from './transport.ts';

/** Every kind of place that has words of its own. */
export const placeKinds: readonly PlaceKind[] = [
  ...foodKinds,
  ...homeKinds,
  ...fashionKinds,
  ...freeTimeKinds,
  ...otherShopKinds,
  ...serviceKinds,
  ...cultureKinds,
  ...transportKinds,
  ...tourismKinds,
];

const kindOfTag: ReadonlyMap<string, PlaceKind> = new Map(placeKinds.map((kind) => [kind.tag, kind]));

/** A kind of place by its tag; undefined where it has no words of its own. */
export const placeKindOfTag = (tag: string): PlaceKind | undefined => kindOfTag.get(tag);

/** What stands in a list of words. */
export const wordsIn = (list: string | undefined): readonly string[] =>
  (list ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** What a tag that is not listed says of itself, in English: its value. */
export const wordsOfTag = (tag: string): string => tag.slice(tag.indexOf('=') + 1).replaceAll('_', ' ');

/** A kind of place in the singular; a tag that is not listed reads as its value, which is English. */
export const placeKindName = (
  tag: string,
  language: 'nl' | 'en',
): { readonly text: string; readonly language: string | undefined } => {
  const kind = kindOfTag.get(tag);
  if (kind !== undefined) return { text: kind[language], language: undefined };
  return { text: wordsOfTag(tag), language: language === 'en' ? undefined : 'en' };
};
