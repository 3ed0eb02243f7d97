import type { SearchAnswer } from '@openstraat/spec';
import { describe, expect, it, vi } from 'vitest';
import type { QueryWord } from '../language/language.ts';
import type { SearchView } from '../project/search-index/search-view.ts';
import { searchRoomLimits } from './limits.ts';
import { nameReadings, placesCalled } from './named-places.ts';
import { atCentre, createTestTown, gtins, offer, place, product, source, type TestTown } from './search.test-helper.ts';

const [hammer, mallet, lamp, toy] = gtins;

/** Two shops with hammers, one of them the only one with a lamp; a toy that is called as a shop is. */
const putTown = (town: TestTown): Promise<void> =>
  town.put(
    source('a'),
    place('spijkerman', { name: 'IJzerhandel Spijkerman', placeKind: 'shop=hardware' }),
    place('tol', { name: 'Speelgoed De Tol', placeKind: 'shop=toys' }),
    product(hammer, 'Hamer'),
    product(mallet, 'Hamer rubber'),
    product(lamp, 'Zaklamp'),
    product(toy, 'Tol van hout'),
    offer(hammer, 'spijkerman'),
    offer(hammer, 'tol'),
    offer(mallet, 'spijkerman'),
    offer(lamp, 'tol'),
    offer(toy, 'spijkerman'),
  );

const placesOf = ({ results }: SearchAnswer) =>
  results.flatMap((result) => (result.type === 'product' ? result.offers.map(({ place: { name } }) => name) : []));

describe('the name of a place beside a product', () => {
  it.each([
    ['hamer spijkerman', 'spijkerman'],
    ['spijkerman hamer', 'spijkerman'],
    ['hamer bij spijkerman', 'spijkerman'],
    ['hamer bij IJzerhandel Spijkerman', 'IJzerhandel Spijkerman'],
    ['goedkope hamer spijkerman', 'spijkerman'],
  ])('is where to look: %s', async (q, name) => {
    await using town = createTestTown();
    await putTown(town);
    const answer = await town.ask({ q, ...atCentre });
    expect(answer.query.place).toBe(name);
    expect(placesOf(answer)).toEqual(['IJzerhandel Spijkerman', 'IJzerhandel Spijkerman']);
  });

  it('is a word like any other where that place has no such thing', async () => {
    await using town = createTestTown();
    await putTown(town);
    const { query } = await town.ask({ q: 'zaklamp spijkerman', ...atCentre });
    expect(query.place).toBeUndefined();
  });

  it('is a word like any other where something has all the words', async () => {
    await using town = createTestTown();
    await putTown(town);
    await town.put(product(mallet, 'Spijkerman hamer'));
    const answer = await town.ask({ q: 'hamer spijkerman', ...atCentre });
    expect(answer.query.place).toBeUndefined();
    expect(answer.results.map(({ id }) => id.split('/').at(-1))).toEqual([mallet]);
  });

  it('is what things are called by, unless it can hardly be the name of anything else', async () => {
    await using town = createTestTown();
    await putTown(town);
    expect((await town.ask({ q: 'zaklamp tol', ...atCentre })).query.place).toBeUndefined();
    const answer = await town.ask({ q: 'zaklamp bij de tol', ...atCentre });
    expect(answer.query.place).toBe('de tol');
    expect(placesOf(answer)).toEqual(['Speelgoed De Tol']);
  });

  it('is no name where it only says what kind of place it is', async () => {
    await using town = createTestTown();
    await putTown(town);
    expect((await town.ask({ q: 'hamer ijzerhandel', ...atCentre })).query.place).toBeUndefined();
  });

  it('stays the same on every page, whatever is put on the shelf meanwhile', async () => {
    await using town = createTestTown();
    await putTown(town);
    const asked = { q: 'hamer spijkerman', ...atCentre, limit: '1' };
    const first = await town.ask(asked);
    await town.put(product(lamp, 'Spijkerman hamer'));
    const cursor = new URL(first.next ?? '').searchParams.get('cursor') ?? '';
    const second = await town.ask({ ...asked, cursor });
    expect(second.query.place).toBe('spijkerman');
    expect(placesOf(second)).toEqual(['IJzerhandel Spijkerman']);
    expect(second.results.map(({ id }) => id)).not.toEqual(first.results.map(({ id }) => id));
  });
});

const ofWords = (count: number): string => Array.from({ length: count }, (_, at) => `w${at}`).join(' ');

describe('ways to read a name', () => {
  it('begin with the longest, and leave something to look for', () => {
    expect(nameReadings('pomp bij de winden').map(({ name, words }) => [name, words])).toEqual([
      ['de winden', 'pomp'],
      ['pomp bij de', 'winden'],
      ['de winden', 'pomp'],
      ['pomp bij', 'de winden'],
      ['winden', 'pomp bij de'],
      ['pomp', 'bij de winden'],
    ]);
    expect(nameReadings('pomp')).toEqual([]);
  });

  it('are none in a query of more words than a shopper types', () => {
    const { placeNameWordsMax, wordsWithPlaceNameMax } = searchRoomLimits;
    expect(nameReadings(ofWords(wordsWithPlaceNameMax)).length).toBe(2 * placeNameWordsMax);
    expect(nameReadings(ofWords(wordsWithPlaceNameMax + 1))).toEqual([]);
    expect(nameReadings(ofWords(placeNameWordsMax + 2))[0]?.name.split(' ').length).toBe(placeNameWordsMax);
  });
});

describe('a limit', () => {
  it('ends the look for places whose name has words that very many things have', () => {
    const { placeNamePostingsMax } = searchRoomLimits;
    const word: QueryWord = { word: 'tol', alternatives: [{ terms: ['tol'], weight: 1, by: 'word' }] };
    const match = vi.fn<SearchView['match']>(() => ({
      count: 0,
      subjects: new Uint32Array(0),
      scores: new Float32Array(0),
      full: 1,
      measure: { wordsMean: 1, rarities: [1] },
    }));
    const look = (postings: number) => {
      match.mockClear();
      const vocabulary = { subjectsWith: () => postings };
      placesCalled({ vocabulary, match } as unknown as SearchView, [word], { isSurely: false });
      return match.mock.calls.length;
    };
    expect([look(placeNamePostingsMax), look(placeNamePostingsMax + 1)]).toEqual([1, 0]);
  });

  it('is what a last word must have to be the beginning of another', async () => {
    await using town = createTestTown();
    await town.put(source('a'), place('tol'), product(lamp, 'Qwxlamp'), offer(lamp, 'tol'));
    const begun = 'qwxlamp'.slice(0, searchRoomLimits.prefixCharactersMin);
    const found = async (q: string) => (await town.ask({ q, type: 'product', ...atCentre })).results.length;
    expect([await found(begun), await found(begun.slice(0, -1))]).toEqual([1, 0]);
  });
});
