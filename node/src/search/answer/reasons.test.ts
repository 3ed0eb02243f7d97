import type { SearchAnswer } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import {
  atCentre,
  createTestTown,
  gtins,
  offer,
  place,
  product,
  source,
  type TestTown,
} from '../search.test-helper.ts';

const [pump] = gtins;
const textsOf = ({ results }: SearchAnswer, key = ''): readonly string[] =>
  results.find(({ id }) => id.endsWith(key))?.why.map(({ text }) => text) ?? [];
const codesOf = ({ results }: SearchAnswer, key = ''): readonly string[] =>
  results.find(({ id }) => id.endsWith(key))?.why.map(({ code }) => code) ?? [];

const ask = async (things: readonly Readonly<Record<string, unknown>>[], q: string): Promise<SearchAnswer> => {
  await using town: TestTown = createTestTown();
  await town.put(source('a'), ...things);
  return await town.ask({ q, ...atCentre });
};

describe('why the words fit', () => {
  it('tells a word once that two words mean, and several as several', async () => {
    const pumps = [product(pump, 'Fietspomp staand'), place('a'), offer(pump, 'a')];
    expect(textsOf(await ask(pumps, 'bike pump'))[0]).toBe('“fietspomp” staat in de naam');
    expect(textsOf(await ask(pumps, 'staand fietspomp'))[0]).toBe('“staand”, “fietspomp” staan in de naam');
  });

  it('tells by which other word they are found, a phrase once', async () => {
    const shop = place('a', { name: 'IJs van Jansen' });
    expect(textsOf(await ask([shop], 'Ice cream'))).toContain('“Ice”, “cream” gevonden als “ijs”');
  });

  it('tells words as they were typed', async () => {
    const cheese = [product(pump, 'Kaas jong'), place('a'), offer(pump, 'a')];
    expect(textsOf(await ask(cheese, 'Käse'))).toContain('“Käse” staat in de naam');
    const { query } = await ask(cheese, 'Günstig kaas');
    expect(query.leftOut).toEqual(['Günstig']);
  });

  it.each([
    [
      'who organises it',
      'harmonie',
      {
        id: '/events/dag',
        type: 'Event',
        name: 'Zomerdag',
        location: '/places/a',
        organizer: { type: 'Organization', name: 'Harmonie Ons Genoegen' },
        startDate: '2026-06-01T10:00:00Z',
        source: '/sources/a',
      },
      '“harmonie” staat bij wie het organiseert',
    ],
    ['a carrier', 'snelpost', place('b', { carrier: ['Snelpost'] }), '“snelpost” staat bij de bezorgers van pakketten'],
    ['the town', 'waterveen', place('b'), '“waterveen” staat in het adres'],
    [
      'parts in several fields',
      'fietsreparatie',
      place('b', { name: 'Reparatie Jansen', description: 'Ook voor uw fiets' }),
      '“fietsreparatie” staat er in losse woorden',
    ],
  ])('tells %s', async (_, q, thing, text) => {
    const answer = await ask(
      [place('a', { address: { type: 'PostalAddress', addressLocality: 'Elders', addressCountry: 'NL' } }), thing],
      q,
    );
    expect(textsOf(answer, thing.id)).toContain(text);
  });

  it.each([
    ['colour', { color: 'roze' }, '“roze” is de kleur'],
    ['size', { size: '42' }, '“42” is de maat'],
  ])('tells a %s', async (_, changes, text) => {
    const answer = await ask(
      [product(pump, 'Schoen', changes), place('a'), offer(pump, 'a')],
      `schoen ${text.slice(1, text.indexOf('”'))}`,
    );
    expect(textsOf(answer)).toContain(text);
    expect(codesOf(answer)).toContain('category');
  });
});

describe('what a place carries', () => {
  it('is told where the parts of a word stand in several of its categories', async () => {
    const shop = place('b', { categoryCarried: ['reparatie van apparaten', 'kaas', 'fietsen'] });
    const [result] = (await ask([shop], 'fietsreparatie')).results;
    expect(result).toMatchObject({ type: 'place', carries: ['reparatie van apparaten', 'fietsen'] });
    expect(result?.why[0]).toEqual({
      code: 'assortment',
      text: 'biedt reparatie van apparaten, fietsen; of precies dit er is, weten we niet',
    });
  });

  it('is what has the whole word, where there is such', async () => {
    const shop = place('b', { categoryCarried: ['fietsreparatie', 'fietsen'] });
    expect((await ask([shop], 'fietsreparatie')).results[0]).toMatchObject({ carries: ['fietsreparatie'] });
  });
});

describe('seen when', () => {
  // The town's clock says ten in the morning of Monday 2 March, in a zone one hour ahead.
  it.each([
    ['2026-03-02T00:00:00+01:00', 'vandaag gezien'],
    ['2026-03-01T23:59:59+01:00', 'gisteren gezien'],
    ['2026-03-01T21:00:00+01:00', 'gisteren gezien'],
    ['2026-03-01T00:00:00+01:00', 'gisteren gezien'],
    ['2026-02-28T23:59:00+01:00', '2 dagen geleden gezien'],
    ['2026-03-02T11:30:00+01:00', 'vandaag gezien'],
  ])('%s is told in days of the calendar at the place', async (observedAt, text) => {
    const things = [product(pump, 'Fietspomp'), place('a'), offer(pump, 'a', { observedAt })];
    expect(textsOf(await ask(things, 'fietspomp'))).toContain(text);
    const [result] = (await ask(things, pump)).results;
    const offered = result?.type === 'product' ? result.offers : [];
    expect([result, ...offered].map((one) => one?.why.find(({ code }) => code === 'seen')?.text)).toEqual([text, text]);
  });

  it('is told by the clock of the place, wherever the node is', async () => {
    const seen = { observedAt: '2026-03-01T13:00:00Z' };
    const inAuckland = { timeZone: 'Pacific/Auckland' };
    const things = [product(pump, 'Fietspomp'), place('a', inAuckland), offer(pump, 'a', seen)];
    expect(textsOf(await ask(things, 'fietspomp'))).toContain('vandaag gezien');
  });
});
