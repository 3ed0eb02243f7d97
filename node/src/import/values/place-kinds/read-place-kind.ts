import { placeKinds, wordsIn, wordsOfTag } from '../../../place-kinds/place-kinds.ts';

/** What a place is: its OSM tag, and the schema.org type that comes nearest. */
export interface PlaceKind {
  /** `shop=bicycle` */
  readonly placeKind: string;
  /** Stands beside `Place`; absent where schema.org has none that fits. */
  readonly type?: string;
}

/** The kind for places whose kind is not understood: a shop of some sort. */
export const someShop: PlaceKind = { placeKind: 'shop=yes', type: 'Store' };

const plainWord = (raw: string): string =>
  raw
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const kindOfTag: ReadonlyMap<string, PlaceKind> = new Map(
  placeKinds.map(({ tag, type }): [string, PlaceKind] => [tag, { placeKind: tag, type }]),
);

const kindOfWord: ReadonlyMap<string, PlaceKind> = (() => {
  const words = new Map<string, PlaceKind>();
  const put = (word: string, placeKind: string): void => {
    const kind = kindOfTag.get(placeKind);
    if (kind !== undefined && !words.has(word)) words.set(word, kind);
  };
  for (const { tag, words: list, goods } of placeKinds)
    for (const word of [...wordsIn(list), ...wordsIn(goods)]) put(plainWord(word), tag);
  // OSM's own values are English words too: `bakery`.
  for (const { tag } of placeKinds) if (tag !== someShop.placeKind) put(plainWord(wordsOfTag(tag)), tag);
  return words;
})();

const typeOfTagKey: Readonly<Record<string, string>> = {
  shop: 'Store',
  amenity: 'LocalBusiness',
  craft: 'LocalBusiness',
  office: 'LocalBusiness',
  healthcare: 'MedicalBusiness',
  tourism: 'LocalBusiness',
  leisure: 'LocalBusiness',
  historic: 'CivicStructure',
};

const readTag = (raw: string): PlaceKind | undefined => {
  const tag = raw
    .trim()
    .toLowerCase()
    .replace(/\s*[=:]\s*/, '=');
  const [, key = ''] = /^([a-z]+)=[a-z0-9_]{1,60}$/.exec(tag) ?? [];
  const type = Object.hasOwn(typeOfTagKey, key) ? typeOfTagKey[key] : undefined;
  return kindOfTag.get(tag) ?? (type === undefined ? undefined : { placeKind: tag, type });
};

const readWord = (word: string): PlaceKind | undefined =>
  kindOfWord.get(word) ?? kindOfWord.get(word.replace(/(s|en)$/, ''));

/** Reads what people write in a column of kinds, or a tag of OpenStreetMap; of several kinds (`bakkerij & lunchroom`) the first that is known counts. */
export const readPlaceKind = (raw: string): PlaceKind | undefined => {
  const whole = readTag(raw) ?? readWord(plainWord(raw));
  if (whole !== undefined) return whole;
  const parts = raw.split(/[,;/|&+]|\s(?:en|and|und|et|met)\s/i).map(plainWord);
  const words = plainWord(raw).split(' ');
  return [...parts, ...words.toReversed()].map(readWord).find((kind) => kind !== undefined);
};

/** Every word that is known, without accents and in lower case, with its kind. */
export const placeKindsByWord: ReadonlyMap<string, PlaceKind> = kindOfWord;
