import { describe, expect, it } from 'vitest';
import { atCentre, createTestTown, gtins, offer, place, product, source, type TestTown } from './search.test-helper.ts';

const [small, large, lamp, book] = gtins;

/** A shop that is open with two pumps, one sold out; one that is shut with a lamp, and a book that mentions much. */
const putTown = (town: TestTown): Promise<void> =>
  town.put(
    source('a'),
    place('rijwielhuis', { openingHours: 'Mo-Su 08:00-20:00' }),
    place('avondwinkel', { openingHours: 'Mo-Su 18:00-20:00' }),
    product(small, 'Fietspomp klein'),
    product(large, 'Fietspomp groot'),
    product(lamp, 'Leeslamp'),
    product(book, 'Fotolijst', { description: 'Met movie en gebruik van hout' }),
    offer(small, 'rijwielhuis'),
    offer(large, 'rijwielhuis', { availability: 'OutOfStock' }),
    offer(lamp, 'avondwinkel'),
    offer(book, 'rijwielhuis'),
  );

const pathsOf = (answer: Awaited<ReturnType<TestTown['ask']>>): readonly string[] =>
  answer.results.map(({ id }) => new URL(id).pathname.split('/').at(-1) ?? '');

describe('words that are left out', () => {
  it('are told, and only then', async () => {
    await using town = createTestTown();
    await putTown(town);
    const cheap = await town.ask({ q: 'goedkope fietspomp', ...atCentre });
    expect(pathsOf(cheap)).toEqual([small]);
    expect(cheap.query).toEqual({ q: 'goedkope fietspomp', leftOut: ['goedkope'] });
    expect((await town.ask({ q: 'kleine fietspomp', ...atCentre })).query).toEqual({ q: 'kleine fietspomp' });
    // Where nothing is found nothing was looked for instead.
    expect((await town.ask({ q: 'goedkope paraplu', ...atCentre })).query).toEqual({ q: 'goedkope paraplu' });
  });

  it('go where all that has them is sold out, shut, too dear or too far away', async () => {
    await using town = createTestTown();
    await putTown(town);
    const asked = { q: 'fietspomp groot', ...atCentre };
    expect(pathsOf(await town.ask({ ...asked, availability: 'any' }))).toEqual([large]);
    const inStock = await town.ask(asked);
    expect(pathsOf(inStock)).toEqual([small]);
    expect(inStock.query.leftOut).toEqual(['groot']);
    expect(pathsOf(await town.ask({ ...asked, availability: 'any', fulfilment: 'reserve' }))).toEqual([]);
  });

  it('are the same on every page, whatever is sold meanwhile', async () => {
    await using town = createTestTown();
    await putTown(town);
    await town.put(product(lamp, 'Fietspomp staand'), offer(lamp, 'rijwielhuis'));
    const asked = { q: 'fietspomp groot', ...atCentre, limit: '1' };
    const first = await town.ask(asked);
    // Now one is there that has all the words: the pages behind go on as they began.
    await town.put(offer(large, 'rijwielhuis'));
    const cursor = new URL(first.next ?? '').searchParams.get('cursor') ?? '';
    const second = await town.ask({ ...asked, cursor });
    expect(first.query.leftOut).toEqual(['groot']);
    expect(second.query.leftOut).toEqual(['groot']);
    expect(pathsOf(first)).not.toEqual(pathsOf(second));
  });

  it('are no words that a typing error makes of what is only mentioned', async () => {
    await using town = createTestTown();
    await putTown(town);
    expect((await town.ask({ q: 'gebruuk', ...atCentre })).query).toEqual({ q: 'gebruuk' });
    expect((await town.ask({ q: 'fietspmp', ...atCentre })).query.corrected).toEqual([
      { from: 'fietspmp', to: 'fietspomp' },
    ]);
  });
});

describe('words that say when', () => {
  it('ask for what is open now', async () => {
    await using town = createTestTown();
    await putTown(town);
    const shut = await town.ask({ q: 'leeslamp open nu', ...atCentre });
    expect(shut).toMatchObject({ query: { q: 'leeslamp open nu', open: 'now' }, results: [] });
    expect(pathsOf(await town.ask({ q: 'leeslamp', ...atCentre }))).toEqual([lamp]);
    const open = await town.ask({ q: 'fietspomp nu open', ...atCentre });
    expect(pathsOf(open)).toEqual([small]);
    expect(open.at).toBe(new Date(town.clock.nowMs).toISOString());
  });

  it('give way to an instant that is asked for', async () => {
    await using town = createTestTown();
    await putTown(town);
    const asked = { q: 'leeslamp open nu', ...atCentre, open: '2026-03-02T19:00:00+01:00' };
    const evening = await town.ask(asked);
    expect(pathsOf(evening)).toEqual([lamp]);
    expect(evening.query).toEqual({ q: asked.q });
  });

  it('are what is around, where nothing else is asked', async () => {
    await using town = createTestTown();
    await putTown(town);
    expect(pathsOf(await town.ask({ q: 'open nu', ...atCentre }))).toEqual(['rijwielhuis']);
  });

  it('name a day, which is told', async () => {
    await using town = createTestTown();
    await putTown(town);
    const answer = await town.ask({ q: 'fietspomp zondag', ...atCentre });
    expect(pathsOf(answer)).toEqual([small]);
    expect(answer.query).toEqual({ q: 'fietspomp zondag', leftOut: ['zondag'] });
  });

  it('are what is around too, where they are of a day alone', async () => {
    await using town = createTestTown();
    await putTown(town);
    const answer = await town.ask({ q: 'open zondag', near: 'Waterveen' });
    expect(pathsOf(answer).toSorted()).toEqual(['avondwinkel', 'rijwielhuis']);
    expect(answer.query.leftOut).toEqual(['open', 'zondag']);
  });

  it('are words like any other where something is called by them', async () => {
    await using town = createTestTown();
    const cafe = { placeKind: 'amenity=cafe' };
    await town.put(
      source('a'),
      ...['café-noord', 'café-zuid', 'café-zondag'].map((key) => place(key, cafe)),
      place('dagwinkel', { description: 'Ook open op zondag' }),
    );
    const answer = await town.ask({ q: 'café zondag', ...atCentre });
    expect(pathsOf(answer).map(decodeURIComponent)).toEqual(['café-zondag']);
    expect(answer.query).toEqual({ q: 'café zondag' });
    expect(pathsOf(await town.ask({ q: 'zondag', ...atCentre })).map(decodeURIComponent)).toContain('café-zondag');
    // What only tells when it is open is not called so.
    expect((await town.ask({ q: 'dagwinkel zondag', ...atCentre })).query.leftOut).toEqual(['zondag']);
  });

  it('are on every page what they were on the first', async () => {
    await using town = createTestTown();
    const cafe = { placeKind: 'amenity=cafe' };
    await town.put(source('a'), ...['zondag-oost', 'zondag-west', 'anders'].map((key) => place(key, cafe)));
    const asked = { q: 'café zondag', ...atCentre, limit: '1' };
    const first = await town.ask(asked);
    expect(first.query.leftOut).toBeUndefined();
    await town.put(...['oost', 'west'].map((side) => place(`zondag-${side}`, { ...cafe, name: `Café ${side}` })));
    const cursor = new URL(first.next ?? '').searchParams.get('cursor') ?? '';
    expect(await town.ask({ ...asked, cursor })).toMatchObject({ query: { q: asked.q }, results: [] });
  });
});

describe('suggestions', () => {
  it('go on with words that something has beside those before, spelled as people do', async () => {
    await using town = createTestTown();
    await putTown(town);
    await town.put(
      place('bäcker', { placeKind: 'shop=bicycle' }),
      product(book, 'Grote leeslamp', { brand: { name: 'Élan' } }),
    );
    await town.ask({ q: 'fietspomp' });
    const textsFor = async (typed: string) =>
      (await town.search.suggest(typed, 20)).suggestions.map(({ text }) => text);
    const words = await textsFor('fietspomp g');
    expect(words).toContain('fietspomp groot');
    expect(words).not.toContain('fietspomp grote');
    expect(await textsFor('ela')).toContain('Élan');
    // In a Dutch town, and with its umlaut.
    const kinds = await textsFor('fa');
    expect(kinds).toContain('fahrradgeschäft');
    expect((await textsFor('f')).slice(0, 3).every((text) => text.startsWith('fiets'))).toBe(true);
  });

  it('name what can be had, things before what is only mentioned, and go on behind a question', async () => {
    await using town = createTestTown();
    await putTown(town);
    await town.put(product(book, 'Fotolijst rood', { description: 'Komt met koffer en brilletje' }));
    await town.ask({ q: 'fietspomp' });
    const suggested = async (typed: string) => (await town.search.suggest(typed, 20)).suggestions;
    const names = (await suggested('fietspomp')).filter(({ type }) => type === 'product').map(({ text }) => text);
    // The large one is sold out.
    expect(names).toEqual(['Fietspomp klein']);
    expect((await suggested('ko')).map(({ text }) => text)).toEqual(['koffer', 'komt']);
    expect((await suggested('waar koop ik fietsp')).map(({ text }) => text)).toEqual(['waar koop ik fietspomp']);
    // Nothing red is a lamp: in a search the colour would go.
    expect((await suggested('rode f')).map(({ text }) => text)).toEqual(['rode fotolijst', 'rode fietspomp']);
  });
});
