import { readFile } from 'node:fs/promises';

interface Shop {
  readonly key: string;
  readonly name: string;
  readonly street: string;
  readonly kind: string;
  readonly hours: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly sells: readonly { readonly gtin: string; readonly name: string; readonly price: string }[];
}

/** What `village.json` says. */
export interface Village {
  readonly name: string;
  readonly town: string;
  readonly municipalityCode: string;
  readonly operator: { readonly name: string; readonly contact: string };
  /** When prices were noted. */
  readonly observedAt: string;
  readonly shops: readonly Shop[];
}

/** A thing as the feed has it in `data`. */
export type Thing = { readonly id: string; readonly type: string } & Readonly<Record<string, unknown>>;

export const readVillage = async (file: string): Promise<Village> =>
  JSON.parse(await readFile(file, 'utf8')) as Village;

/** Everything that there is, in the words of the vocabulary: what is referred to comes first. */
export const thingsOf = (village: Village, origin: string, licence: string): readonly Thing[] => {
  const at = (path: string): string => `${origin}/${path}`;
  const source = at('sources/winkels');
  const products = new Map(village.shops.flatMap(({ sells }) => sells).map(({ gtin, name }) => [gtin, name]));
  return [
    { id: source, type: 'Source', name: village.name, license: licence, attribution: village.operator.name },
    {
      id: at('areas/dorp'),
      type: 'Area',
      name: village.town,
      municipalityCode: village.municipalityCode,
      source,
    },
    ...village.shops.map(({ key, name, street, kind, hours, latitude, longitude }) => ({
      id: at(`places/${key}`),
      type: 'Place',
      name,
      address: { type: 'PostalAddress', streetAddress: street, addressLocality: village.town, addressCountry: 'NL' },
      geo: { type: 'GeoCoordinates', latitude, longitude, accuracy: 'exact' },
      placeKind: kind,
      openingHours: hours,
      source,
    })),
    ...Array.from(products, ([gtin, name]) => ({ id: at(`products/${gtin}`), type: 'Product', gtin, name, source })),
    ...village.shops.flatMap(({ key, sells }) =>
      sells.map(({ gtin, price }) => ({
        id: at(`offers/${gtin}.${key}`),
        type: 'Offer',
        itemOffered: at(`products/${gtin}`),
        gtin,
        availableAtOrFrom: at(`places/${key}`),
        availability: 'InStock',
        price,
        priceCurrency: 'EUR',
        observedAt: village.observedAt,
        source,
      })),
    ),
  ];
};
