import { isDeepStrictEqual } from 'node:util';
import { stemMark } from '../../language/language.ts';
import { cellCount, cellWords } from './cells.ts';
import { availabilities, noCell, none, type SearchView, subjectKinds, type TermGroup } from './search-view.ts';

const nameOf = (names: readonly string[], number: number): string | undefined =>
  number === none ? undefined : names[number];

const placeOf = (view: SearchView, location: number): string | undefined => {
  const subject = view.locations.subject[location] ?? none;
  return subject === none ? undefined : view.subjectId(subject);
};

const liveSubjects = (view: SearchView): number[] =>
  Array.from({ length: view.subjectEnd }, (_, subject) => subject).filter(
    (subject) => subjectKinds[view.subjects.kind[subject] ?? 255] !== undefined,
  );

/** Whether a search that looks for the offers of a cell comes by this one. */
const isInItsCell = ({ offers, locations, productCells }: SearchView, offer: number): boolean => {
  const cell = locations.cell[offers.location[offer] ?? none] ?? noCell;
  const bits = productCells[(offers.product[offer] ?? 0) * cellWords + (cell >>> 5)] ?? 0;
  return cell < cellCount && ((bits >>> (cell & 31)) & 1) === 1;
};

const dumpOffers = (view: SearchView, product: number): unknown[] => {
  const found: { id: string; values: unknown }[] = [];
  const { offers } = view;
  view.forOffersOf(product, (offer) => {
    if (!isInItsCell(view, offer)) throw new Error(`${view.offerId(offer)} is not in the cells of its product`);
    const { id, position: sourcePosition, lastCompleteDelivery } = view.sources[offers.source[offer] ?? none] ?? {};
    const values = {
      product: view.subjectId(offers.product[offer] ?? none),
      place: placeOf(view, offers.location[offer] ?? none),
      availability: availabilities[offers.availability[offer] ?? 255],
      price: offers.price[offer],
      currency: view.currencies[offers.currency[offer] ?? 255],
      fulfilment: offers.fulfilment[offer],
      observedAt: offers.observedAt[offer],
      sale: view.saleOf(offer),
      source: id,
      sourcePosition,
      lastCompleteDelivery,
      position: offers.position[offer],
      stock: offers.stock[offer],
    };
    found.push({ id: view.offerId(offer), values });
  });
  return found.toSorted((one, other) => (one.id < other.id ? -1 : 1));
};

/** The products of each brand and category, as a look at every product finds them. */
const checkFilters = (view: SearchView): void => {
  const products = liveSubjects(view).filter(
    (subject) => subjectKinds[view.subjects.kind[subject] ?? 255] === 'Product',
  );
  for (const [column, names] of [
    ['brand', view.brands],
    ['category', view.categories],
  ] as const)
    for (const number of names.keys()) {
      const found = [...view.productsWith(column, [number])].toSorted((one, other) => one - other);
      const having = products.filter((product) => view.subjects[column][product] === number);
      if (!isDeepStrictEqual(found, having)) throw new Error(`not the products of ${column} ${names[number]}`);
    }
};

const dumpMatches = (view: SearchView, groups: readonly TermGroup[], field: 'text' | 'assortment'): unknown => {
  const { count, subjects, scores } = view.match(groups, field);
  const found = Array.from({ length: count }, (_, at): [string, unknown] => [
    view.subjectId(subjects[at] ?? none),
    scores[at],
  ]);
  return Object.fromEntries(found.toSorted(([one], [other]) => (one < other ? -1 : 1)));
};

const group = (...terms: string[]): TermGroup => ({ alternatives: [{ terms, weight: 1 }] });

/** What is found by any of some words: as few ways to find it are read, and as many are. */
const dumpWays = (view: SearchView, words: readonly string[], field: 'text' | 'assortment'): unknown => {
  const few = words.map((word, index) => ({ terms: [word], weight: 1 / (index + 1) }));
  const many = [...few, ...few.map(({ terms }) => ({ terms, weight: 0.1 }))];
  const [found, same] = [few, many].map((alternatives) => dumpMatches(view, [{ alternatives }], field));
  if (!isDeepStrictEqual(found, same))
    throw new Error(`few ways to find ${words.join()} find something else than many`);
  return found;
};

/** Everything that a view answers, whatever numbers it has given to things. */
export const dumpView = (view: SearchView, words: readonly string[]): unknown => {
  const { subjects, locations } = view;
  const things = liveSubjects(view).map((subject): [string, unknown] => {
    const id = view.subjectId(subject);
    const location = subjects.location[subject] ?? none;
    const gtin = view.gtinOf(subject);
    return [
      id,
      {
        kind: subjectKinds[subjects.kind[subject] ?? 255],
        place: placeOf(view, location),
        point:
          placeOf(view, location) === undefined
            ? undefined
            : [locations.latitude[location], locations.longitude[location]],
        rules: placeOf(view, location) === undefined ? undefined : view.openingRules(location),
        category: nameOf(view.categories, subjects.category[subject] ?? none),
        brand: nameOf(view.brands, subjects.brand[subject] ?? none),
        position: subjects.position[subject],
        origin: view.origins[subjects.origin[subject] ?? 0],
        times: [subjects.startsAt[subject], subjects.endsAt[subject]],
        gtin,
        sameBarcode: gtin === undefined ? undefined : view.productsByGtin(gtin).map((other) => view.subjectId(other)),
        found: view.subjectOf(id) === subject,
        offers: dumpOffers(view, subject),
      },
    ];
  });
  const near: string[] = [];
  view.forLocationsWithin({ latitude: 52, longitude: 5 }, 60_000, (location) =>
    near.push(placeOf(view, location) ?? '?'),
  );
  const { vocabulary } = view;
  checkFilters(view);
  return {
    things: Object.fromEntries(things.toSorted(([one], [other]) => (one < other ? -1 : 1))),
    near: near.toSorted(),
    words: words.map((word) => [
      word,
      vocabulary.subjectsWith(word),
      vocabulary.withPrefix(word.slice(0, 2), 3),
      vocabulary.near(`${word}x`, 2, 5),
      (['text', 'assortment'] as const).map((field) => [
        dumpMatches(view, [group(word)], field),
        dumpMatches(view, [group(word), group(stemMark + word)], field),
        dumpMatches(view, [group(word, words[0] ?? '')], field),
        dumpWays(view, [word, stemMark + word, ...words.slice(0, 1)], field),
      ]),
    ]),
  };
};
