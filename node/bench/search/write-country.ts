import { writeLines } from '../generate.ts';
import { type Country, termsOf } from './country.ts';

const observedAt = '2026-11-20T04:00:00Z';

function* placeLines({ shops }: Country): Generator<string> {
  for (const { key, name, town, latitude, longitude, line, openingHours } of shops)
    yield JSON.stringify({
      id: `/places/${key}`,
      type: ['Place', line.type],
      name,
      address: {
        type: 'PostalAddress',
        streetAddress: 'Dorpsstraat 1',
        postalCode: '1234 AB',
        addressLocality: town,
        addressCountry: 'NL',
      },
      geo: { type: 'GeoCoordinates', latitude, longitude, accuracy: 'exact' },
      placeKind: line.placeKind,
      openingHours,
    });
}

function* productLines(country: Country): Generator<string> {
  for (let index = 0; index < country.products; index++) {
    const { gtin, name, brand, description, line } = country.product(index);
    yield JSON.stringify({
      id: `/products/${gtin}`,
      type: 'Product',
      gtin,
      name,
      brand: { type: 'Brand', name: brand },
      category: line.category,
      description,
    });
  }
}

/** An offer of the country. @param round another round is another delivery: other stock, and other prices */
export const offerOf = (country: Country, product: number, shop: number, round = 0) => {
  const { gtin } = country.product(product);
  const key = `shop-${shop}`;
  return {
    id: `/offers/${gtin}.${key}`,
    type: 'Offer',
    itemOffered: `/products/${gtin}`,
    gtin,
    availableAtOrFrom: `/places/${key}`,
    observedAt,
    priceCurrency: 'EUR',
    ...termsOf(product, shop, round),
  } as const;
};

function* offerLines(country: Country): Generator<string> {
  for (let product = 0; product < country.products; product++)
    for (const shop of country.sellersOf(product)) yield JSON.stringify(offerOf(country, product, shop));
}

/** Everything, in our own NDJSON. */
export const writeCountry = (path: string, country: Country): Promise<void> =>
  writeLines(
    path,
    [placeLines(country), productLines(country), offerLines(country)].values().flatMap((lines) => lines),
  );

/** Some of its offers with other prices and stock, as a delivery of changes. @returns how many it wrote */
export const writeChanges = async (path: string, country: Country, count: number): Promise<number> => {
  let written = 0;
  const changes = function* (): Generator<string> {
    // Every third product: a delivery touches things all over the index.
    for (let product = 0; product < country.products; product += 3)
      for (const shop of country.sellersOf(product)) {
        if (written === count) return;
        written += 1;
        yield JSON.stringify(offerOf(country, product, shop, 1));
      }
  };
  await writeLines(path, changes());
  return written;
};
