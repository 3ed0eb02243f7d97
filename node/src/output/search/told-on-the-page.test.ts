import { type SearchAnswer, type SearchParameters, searchParametersSchema, type SearchResult } from '@openstraat/spec';
import { beforeEach, describe, expect, it } from 'vitest';
import { Fault } from '../../model/fault.ts';
import { createFakeSearch, emptyAnswer, type FakeSearch } from '../fake-search.test-helper.ts';
import { createTestNode, type TestNode } from '../test-node.ts';
import { exampleAnswer } from './answer.fixture.ts';
import { soldOutIn, soldOutQuestion } from './sold-out.ts';

const origin = 'https://waterveen.example';
const html = { Accept: 'text/html' };
const [product, carrier, service, event] = exampleAnswer.results as [
  Extract<SearchResult, { type: 'product' }>,
  Extract<SearchResult, { type: 'place' }>,
  Extract<SearchResult, { type: 'service' }>,
  Extract<SearchResult, { type: 'event' }>,
];
const [offer] = product.offers as [(typeof product.offers)[number]];
const answerWith = (...results: readonly SearchResult[]): SearchAnswer => ({
  ...emptyAnswer(origin),
  results: [...results],
});
const asked = (question: Readonly<Record<string, string>>): SearchParameters => searchParametersSchema.parse(question);

const leftOut = (answer: SearchAnswer, ...words: string[]): SearchAnswer => ({
  ...answer,
  query: { leftOut: words },
});

const withOpen = (open: typeof service.open): SearchAnswer =>
  answerWith({ ...service, ...(open === undefined ? {} : { open }) });

const linkIn = (text: string): string | undefined =>
  /<a href="([^"]+)">Nog meer vindplaatsen: 2<\/a>/.exec(text)?.[1]?.replaceAll('&amp;', '&');

let search: FakeSearch;
let node: TestNode;
beforeEach(() => {
  search = createFakeSearch(origin);
  node = createTestNode({}, search);
});
const page = async (query: string): Promise<string> =>
  (await (await node.get(`/search?${query}`, html)).text()).replaceAll(/\s+/g, ' ').replaceAll(/<\/?time[^>]*>/g, '');

describe('above places that carry something', () => {
  const nobody = 'Niemand hier heeft dit op een voorraadlijst';
  it.each([
    ['where nothing else was found', 'q=kaars', [carrier], true],
    ['below products', 'q=kaars', [product, carrier], false],
    ['below events', 'q=concert', [event, carrier], false],
    ['on a page behind', 'q=kaars&cursor=abc', [carrier], false],
  ] as const)('is said that nobody lists it only where that is true: %s', async (_, query, results, isSaid) => {
    search.answer = answerWith(...results);
    expect((await page(query)).includes(nobody)).toBe(isSaid);
  });
});

it('tells which words were taken for the name of a place', async () => {
  search.answer = { ...exampleAnswer, query: { q: 'hamer <spijkerman>', place: '<spijkerman>' } };
  expect(await page('q=hamer+spijkerman')).toContain('<p>Gezocht bij <q>&lt;spijkerman&gt;</q>.</p>');
});

describe('what is sold out', () => {
  const soldOut = answerWith({ ...product, offers: [{ ...offer, availability: 'OutOfStock' }] });
  it('is told by name, and not that nobody has it in their data', async () => {
    const asking: SearchParameters[] = [];
    node = createTestNode(
      {},
      {
        ...search,
        search: async (parameters: SearchParameters) => {
          asking.push(parameters);
          return parameters.availability === 'any' ? soldOut : emptyAnswer(origin);
        },
      },
    );
    const text = await page('q=fietsbel&near=Waterveen&radius=2000');
    expect(text).toMatch(/<h2>Uitverkocht<\/h2>.*Fietsbel &lt;b&gt;luid.*Fietsen de Vries.*gezien 1 mrt 2026/);
    expect(text).not.toContain('Niemand in dit gebied');
    expect(text).not.toContain('Niets gevonden');
    expect(asking.map(({ availability, near, radius }) => [availability, near, radius])).toEqual([
      [undefined, 'Waterveen', 2_000],
      ['any', 'Waterveen', 2_000],
    ]);
  });

  it('is asked for only where nothing else is what was asked', () => {
    const question = { q: 'fietsbel' };
    expect(soldOutQuestion(asked(question), exampleAnswer)).toBeUndefined();
    expect(soldOutQuestion(asked({ ...question, availability: 'any' }), emptyAnswer(origin))).toBeUndefined();
    const day: SearchAnswer = { ...exampleAnswer, query: { q: 'fietsbel open Zondag', leftOut: ['open', 'Zondag'] } };
    expect(soldOutQuestion(asked(question), day)).toBeUndefined();
    expect(soldOutQuestion(asked({ ...question, cursor: 'a' }), emptyAnswer(origin))).toBeUndefined();
    for (const answer of [emptyAnswer(origin), leftOut(exampleAnswer, 'maat'), answerWith({ ...product, offers: [] })])
      expect(soldOutQuestion(asked({ ...question, limit: '50' }), answer)).toMatchObject({
        availability: 'any',
        limit: 3,
      });
  });

  it('is what nobody near has, and better than what was found', () => {
    const none = emptyAnswer(origin);
    expect(soldOutIn(soldOut, none)?.results).toHaveLength(1);
    expect(soldOutIn(leftOut(soldOut, 'luid'), none)?.results).toHaveLength(1);
    expect(soldOutIn(leftOut(soldOut, 'luid'), leftOut(exampleAnswer, 'luid'))).toBeUndefined();
    expect(soldOutIn(soldOut, leftOut(exampleAnswer, 'luid'))?.results).toHaveLength(1);
    expect(soldOutIn(answerWith(product), none)).toBeUndefined();
    expect(
      soldOutIn(answerWith({ ...product, farther: true, offers: soldOut.results.flatMap(() => offer) }), none),
    ).toBeUndefined();
    const inOneShop = { ...product, offers: [offer, { ...offer, availability: 'OutOfStock' as const }] };
    expect(soldOutIn(answerWith(inOneShop), none)).toBeUndefined();
  });
});

describe('when something is open', () => {
  const until = '2026-03-02T21:00:00+01:00';
  it.each([
    ['q=beurt', { state: 'open', until }, 'nu open tot 21:00'],
    ['q=beurt&open=now', { state: 'open', until }, 'nu open tot 21:00'],
    ['q=beurt&open=2026-03-02T12:00:00Z', { state: 'open', until }, 'dan open tot 21:00'],
    ['q=beurt&open=2026-03-02T12:00:00Z', { state: 'open' }, 'dan open'],
    ['q=beurt', { state: 'open', until, becomes: 'unknown' }, 'nu open tot minstens 21:00'],
    ['q=beurt', { state: 'closed', until, becomes: 'open' }, 'nu gesloten, opent 21:00'],
    ['q=beurt', { state: 'closed', until, becomes: 'unknown' }, 'nu gesloten '],
    ['q=beurt', { state: 'unknown' }, 'openingstijden onbekend'],
    ['q=beurt', { state: 'unknown', publicHoliday: true }, 'feestdag: openingstijden niet opgegeven'],
  ] as const)('%s with %o: %s', async (query, open, words) => {
    search.answer = withOpen({ ...open });
    const text = await page(query);
    expect(text).toContain(words);
    expect(text.includes('opent')).toBe(words.includes('opent'));
  });
});

describe('when an event is', () => {
  it.each([
    ['2026-04-04T10:00:00+02:00', undefined, 'begint op 4 april 2026 om 10:00 ·'],
    ['2026-04-04T10:00:00+02:00', '2026-04-04T12:30:00+02:00', 'begint op 4 april 2026 om 10:00, tot 12:30 ·'],
    [
      '2026-02-05T11:00:00+01:00',
      '2026-04-05T15:00:00Z',
      'begonnen op 5 februari 2026 om 11:00, tot 5 april 2026 om 17:00 ·',
    ],
    ['2026-03-02T09:00:00Z', undefined, 'begonnen op 2 maart 2026 om 10:00 ·'],
  ])('from %s to %s is said with its end', async (startDate, endDate, words) => {
    search.answer = answerWith({ ...event, startDate, ...(endDate === undefined ? {} : { endDate }) });
    expect(await page('q=dag')).toContain(words);
  });
});

describe('the other offers of a product', () => {
  const found = { latitude: 52, longitude: 5, radiusMetres: 5_000, from: 'town' as const, near: 'Waterveen' };

  it.each([
    [
      'with the place and the choices',
      'q=bel&lat=52.1&lon=5.1&open=now&priceMax=20',
      {},
      'lat=52.1&lon=5.1&open=now&priceMax=20&gtin=09520000000011',
    ],
    [
      'at the place that stood among the words',
      'q=bel+in+Waterveen',
      { where: found },
      'near=Waterveen&gtin=09520000000011',
    ],
  ])('are found by its barcode %s', async (_, query, changes, expected) => {
    search.answer = { ...answerWith(product), ...changes };
    expect(linkIn(await page(query))).toBe(`/search?${expected}`);
  });

  it('are on the next page where the barcode was asked for, and on its own page without one', async () => {
    const next = `${origin}/search?gtin=09520000000011&cursor=abc`;
    search.answer = { ...answerWith(product), query: { gtin: '09520000000011' }, next };
    expect(linkIn(await page('gtin=09520000000011'))).toBe('/search?gtin=09520000000011&cursor=abc');
    const { gtin: _, ...withoutBarcode } = product;
    search.answer = answerWith(withoutBarcode);
    expect(linkIn(await page('q=bel'))).toBe('/products/09520000000011');
  });
});

describe('a mistake', () => {
  it.each([
    ['radius=5', 'Tot hoe ver: is kleiner dan 50'],
    ['radius=100001', 'Tot hoe ver: is groter dan 100000'],
    ['radius=ver', 'Tot hoe ver: is geen geheel getal'],
    ['priceMax=abc', 'Hoogste prijs: is geen bedrag, zoals 12,95'],
    ['lat=x&lon=5', 'Punt op de kaart (lat): is geen getal, zoals 52.37'],
    ['lat=90.5&lon=5', 'Punt op de kaart (lat): is groter dan 90'],
    ['open=straks', 'Wanneer open: is geen `now`, en geen tijdstip met zijn tijdzone'],
    ['gtin=123', 'Barcode: is geen barcode van 8, 12, 13 of 14 cijfers'],
    ['gtin=9520000000012', 'Barcode: heeft een controlecijfer dat niet klopt'],
    ['availability=veel', 'Voorraad: is geen van in-stock, orderable, any'],
    ['priceMax=5&currency=euro', 'Munt: is geen munt, zoals EUR'],
    ['limit=51', 'Resultaten op een bladzijde: is groter dan 50'],
    [`near=${'n'.repeat(101)}`, 'Waar: is langer dan 100 tekens'],
    [`q=${'a+'.repeat(17)}`, 'Wat u zoekt: heeft meer dan 16 woorden'],
  ])('%s is told in the language of the page', async (query, words) => {
    const text = await page(/q=|gtin=/.test(query) ? query : `q=bel&${query}`);
    expect(/role="alert"(.*?)<\/section>/.exec(text)?.[1]?.replaceAll(/> | </g, (edge) => edge.trim())).toContain(
      words,
    );
    expect(/role="alert"(.*?)<\/section>/.exec(text)?.[1]).not.toContain('lang="en"');
  });

  it('is not among the choices of the form', async () => {
    expect(await page('q=bel&radius=5')).not.toContain('0,005');
    expect(await page('q=bel&radius=50')).toContain('0,05 km');
    expect(await page('q=bel&radius=100001')).not.toContain('100,001');
  });

  it('in the name of a town is answered with the one that was meant', async () => {
    search.answer = new Fault(
      'bad-request',
      'No postcode or town "waterven" is known here. Did you mean Waterveen? Towns that are known here: Waterveen. Or give lat and lon.',
    );
    expect(await page('near=waterven')).toContain('Bedoelt u Waterveen?');
  });
});

it('a postcode that is known by its district alone is told so', async () => {
  search.answer = {
    ...exampleAnswer,
    where: { latitude: 52, longitude: 5, radiusMetres: 5_000, from: 'postcode', near: '8199ZZ', district: '8199' },
  };
  expect(await page('near=8199ZZ')).toContain(
    'bij 8199ZZ (die postcode kennen we niet precies: gezocht rond het midden van 8199), binnen',
  );
});
