import { hash } from 'node:crypto';
import { isGtin, type SearchParameters, searchDefaults } from '@openstraat/spec';
import { type Data, type Publisher, refuse, settings } from './publisher.ts';

/** All that moves a result; `/ranking` shows it. */
export const weights = [
  { term: 'text', weight: 0.6, means: 'The share of the words of its name that were asked for.' },
  { term: 'distance', weight: 0.4, means: '1 / (1 + kilometres).' },
] as const;
export type Point = { readonly latitude: number; readonly longitude: number };
type Located = { readonly address: Readonly<Record<string, string>>; readonly geo: Point & { accuracy: string } };

const folded = (text: unknown): string => String(text).normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
const wordsOf = (text: unknown = ''): readonly string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Metres over WGS84: the great circle with Lambert's correction. */
export const distanceMetres = (from: Point, to: Point): number => {
  const [flattening, degree] = [1 / 298.257223563, Math.PI / 180];
  const reduced = ({ latitude }: Point): number => Math.atan((1 - flattening) * Math.tan(latitude * degree));
  const [one, two] = [reduced(from), reduced(to)];
  const [middle, half] = [(one + two) / 2, (two - one) / 2];
  const across = Math.sin(((to.longitude - from.longitude) * degree) / 2) ** 2;
  const chord = Math.min(1, Math.sin(half) ** 2 + Math.cos(one) * Math.cos(two) * across);
  const angle = 2 * Math.asin(Math.sqrt(chord));
  const x = ((angle - Math.sin(angle)) * (Math.sin(middle) * Math.cos(half)) ** 2) / Math.max(1e-12, 1 - chord);
  const y = ((angle + Math.sin(angle)) * (Math.cos(middle) * Math.sin(half)) ** 2) / Math.max(1e-30, chord);
  return 6_378_137 * (angle - (flattening / 2) * (x + y));
};

/** The point that is asked for, and from what it is taken. @throws {Refusal} */
const whereOf = ({ lat, lon, near }: SearchParameters, places: readonly Data[]) => {
  if (lat !== undefined && lon !== undefined) return { latitude: lat, longitude: lon, from: 'coordinates' };
  if (near === undefined) return undefined;
  const isNear = (text = ''): boolean => folded(text).replaceAll(' ', '') === folded(near).replaceAll(' ', '');
  for (const { address, geo } of places as unknown as readonly Located[]) {
    const { latitude, longitude } = geo;
    if (isNear(address['addressLocality'])) return { latitude, longitude, from: 'town', near };
    if (isNear(address['postalCode'])) return { latitude, longitude, from: 'postcode', near };
  }
  return refuse(400, 'Nothing is known there: try a town, a postcode, or lat and lon.', ['near']);
};

/** This node can't read opening hours, and says so: unknown is not closed. */
const open = { state: 'unknown' };
const fits = ['InStock', 'LimitedAvailability', 'PreOrder', 'BackOrder', 'MadeToOrder', 'Unknown'];
const available = { any: undefined, 'in-stock': fits.slice(0, 2), orderable: fits.slice(0, 5), unsaid: fits };

/** The answer to a question, and whether there is more behind it. @param at names the day by which equals are ordered */
export const search = (publisher: Publisher, asked: SearchParameters, at: string, skip: number) => {
  const { radius: radiusMetres = searchDefaults.radiusMetres, limit = searchDefaults.limit, priceMax, type } = asked;
  const where = whereOf(asked, publisher.ofType('Place'));
  const digits = /^(?:\d{8}|\d{12,14})$/.test(asked.q ?? '') ? (asked.q ?? '').padStart(14, '0') : '';
  const barcode = asked.gtin ?? (isGtin(digits) ? digits : undefined);
  const words = barcode === undefined ? wordsOf(asked.q) : [];
  const [seed, node] = [at.slice(0, 10), { name: settings.name, url: `${publisher.origin}/` }];
  const fit = (data: Data): number => {
    if (barcode !== undefined) return Number(data['gtin'] === barcode);
    const own = [...wordsOf(data['name']), ...wordsOf(data['placeKind'])];
    if (!words.every((word) => own.some((other) => other.startsWith(word)))) return 0;
    return Math.min(1, Math.max(1, words.length) / wordsOf(data['name']).length);
  };
  const ranked = (data: Data, place: Data, text: number) => {
    const { address, geo } = place as unknown as Located;
    const metres = where === undefined ? undefined : distanceMetres(where, geo);
    const values = { text, distance: metres === undefined ? 0 : 1 / (1 + metres / 1_000) };
    const terms = weights.map((one) => ({ ...one, value: values[one.term], share: values[one.term] * one.weight }));
    const score = terms.reduce((sum, { share }) => sum + share, 0);
    const tie = { seed, value: Number.parseInt(hash('sha256', `${seed} ${data.id}`).slice(0, 8), 16) };
    const why = [{ code: barcode === undefined ? 'name' : 'barcode', text: String(data['name'] ?? place['name']) }];
    const info = { id: place.id, name: place['name'], kind: place['placeKind'], ...address, ...geo, type: undefined };
    const walkingMinutes = metres === undefined ? undefined : Math.ceil((metres * 1.3) / 80);
    const distance = { distanceMetres: metres, walkingMinutes, farther: (metres ?? 0) > radiusMetres };
    return { id: data.id, origin: node, why, explain: { score, terms, tie }, ...distance, place: info };
  };
  const isFitting = ({ availability, price, priceCurrency }: Data, place: Data): boolean => {
    const isPaid = priceMax === undefined || (Number(price) <= priceMax && priceCurrency === (asked.currency ?? 'EUR'));
    const isThere = asked.kind === undefined || place['placeKind'] === asked.kind;
    return isPaid && isThere && (available[asked.availability ?? 'unsaid']?.includes(String(availability)) ?? true);
  };
  const offerResults = (offer: Data) => {
    const [product, place] = [offer['itemOffered'], offer['availableAtOrFrom']].map((id) =>
      publisher.things.get(String(id)),
    );
    if (product === undefined || place === undefined || fit(product) === 0 || !isFitting(offer, place)) return [];
    const { availability, price, priceCurrency, observedAt: seenAt } = offer;
    const facts = { product: product.id, availability, price, priceCurrency, seenAt, open };
    return [{ ...ranked(offer, place, fit(product)), ...facts }];
  };
  type Ranked = Pick<ReturnType<typeof ranked>, 'farther' | 'explain'>;
  const byScore = (left: Ranked, right: Ranked): number =>
    Number(left.farther) - Number(right.farther) ||
    right.explain.score - left.explain.score ||
    left.explain.tie.value - right.explain.tie.value;
  const offers = publisher.ofType('Offer').flatMap(offerResults).toSorted(byScore);
  const productResults = ({ id, gtin, name }: Data) => {
    const own = offers.filter(({ product }) => product === id);
    const why = [{ code: barcode === undefined ? 'name' : 'barcode', text: String(name) }];
    const shown = { offers: own.slice(0, 5), moreOffers: Math.max(0, own.length - 5), place: undefined };
    // It stands where its best offer stands.
    return own.slice(0, 1).map((best) => ({ ...best, type: 'product', id, gtin, name, why, ...shown }));
  };
  const placeResults = (place: Data) =>
    fit(place) > 0 && (asked.kind ?? place['placeKind']) === place['placeKind']
      ? [{ type: 'place', ...ranked(place, place, fit(place)), open }]
      : [];
  // Products here have no brands, categories and ways to get them: who asks for those gets none.
  const isVain = [asked.brand, asked.category, asked.fulfilment].some((value) => value !== undefined);
  const asksPlaces = priceMax === undefined && (type ?? 'place') === 'place';
  const results = [
    ...(isVain || (type ?? 'product') !== 'product' ? [] : publisher.ofType('Product').flatMap(productResults)),
    ...(isVain || !asksPlaces ? [] : publisher.ofType('Place').flatMap(placeResults)),
  ].toSorted(byScore);
  const page = results.slice(skip, skip + limit);
  const shown = page.map((result) => (asked.explain === '1' ? result : { ...result, explain: undefined }));
  const head = { version: 1, query: { q: asked.q, gtin: barcode }, where: where && { ...where, radiusMetres }, at };
  const answer = { ...head, results: shown, ranking: `${publisher.origin}/ranking`, license: settings.license };
  return { answer, hasMore: results.length > skip + limit };
};
