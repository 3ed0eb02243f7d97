import { searchAnswerSchema } from '@openstraat/spec';
import { describe, expect, it, vi } from 'vitest';
import type { MemoryChangeLog } from '../log/memory-change-log.ts';
import {
  atCentre,
  createTestTown,
  gtins,
  namelessOrigin,
  neighbourOrigin,
  offer,
  place,
  product,
  source,
  testOrigin,
  type TestTown,
} from './search.test-helper.ts';

const [gtin, second, third] = gtins;

/** A shop here, and two elsewhere, with the same pump. */
const putPumps = async (town: TestTown): Promise<void> => {
  await town.put(
    source('a'),
    place('de-ketting', { north: 300 }),
    product(gtin, 'Fietspomp'),
    offer(gtin, 'de-ketting'),
  );
  for (const [origin, north] of [
    [neighbourOrigin, 200],
    [namelessOrigin, 100],
  ] as const)
    await town.putAt(
      origin,
      source('a'),
      place('de-ketting', { north }),
      product(gtin, 'Pomp'),
      offer(gtin, 'de-ketting'),
    );
};

describe('a search over several nodes', () => {
  it('groups the offers of one barcode, and says of each which node states it', async () => {
    await using town = createTestTown();
    await putPumps(town);
    const answer = await town.ask({ q: 'fietspomp', ...atCentre });
    expect(searchAnswerSchema.safeParse(answer).error).toBeUndefined();
    const [found, ...more] = answer.results.filter(({ type }) => type === 'product');
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      id: `${testOrigin}/products/${gtin}`,
      name: 'Fietspomp',
      origin: { name: 'Winkels in Waterveen', url: testOrigin },
    });
    expect(found?.type === 'product' && found.offers).toMatchObject(
      [
        { url: namelessOrigin, name: 'verderop.example' },
        { url: neighbourOrigin, name: 'Winkels op de Heuvelrug' },
        { url: testOrigin, name: 'Winkels in Waterveen' },
      ].map((origin) => ({
        id: `${origin.url}/offers/${gtin}.de-ketting`,
        product: `${origin.url}/products/${gtin}`,
        place: { id: `${origin.url}/places/de-ketting` },
        origin,
      })),
    );
  });

  it('finds what only others have, also under an id of their own making, and once they are unfollowed no more', async () => {
    await using town = createTestTown();
    const theirs = { ...product(second, 'Regenjas'), id: '/products/jas' };
    await town.putAt(neighbourOrigin, source('a'), place('de-kap'), theirs, {
      ...offer(second, 'de-kap'),
      id: '/offers/jas-in-de-kap',
      itemOffered: '/products/jas',
    });
    // Here somebody knows what it is, and nobody has it.
    await town.put(source('a'), product(second, 'Jas voor regen'));
    for (const [q, id] of [
      ['regenjas', `${neighbourOrigin}/products/jas`],
      ['regen', `${testOrigin}/products/${second}`],
      [second, `${testOrigin}/products/${second}`],
    ] as const) {
      const [found] = (await town.ask({ q, ...atCentre })).results;
      expect(found).toMatchObject({
        id,
        offers: [{ id: `${neighbourOrigin}/offers/jas-in-de-kap`, origin: { url: neighbourOrigin } }],
      });
    }
    await town.remove(`/products/${second}`);
    const [alone] = (await town.ask({ q: 'regenjas', ...atCentre })).results;
    expect(alone).toMatchObject({ id: `${neighbourOrigin}/products/jas`, origin: { url: neighbourOrigin } });
    // What an offer names may still have to come.
    await town.putAt(neighbourOrigin, offer(third, 'de-kap'));
    expect((await town.ask({ gtin: third, ...atCentre })).results).toMatchObject([
      { type: 'place', id: `${neighbourOrigin}/places/de-kap` },
    ]);
    town.neighbours.delete(neighbourOrigin);
    for (const q of ['regenjas', second, third]) expect((await town.ask({ q, ...atCentre })).results).toEqual([]);
  });

  it('shows a barcode as the product that the words are about, and says why', async () => {
    await using town = createTestTown();
    await putPumps(town);
    await town.putAt(neighbourOrigin, product(gtin, 'Pomp tegen zepelgif'));
    const [theirs, ...none] = (await town.ask({ q: 'zepelgif', ...atCentre })).results;
    expect(none).toEqual([]);
    expect(theirs).toMatchObject({
      id: `${neighbourOrigin}/products/${gtin}`,
      name: 'Pomp tegen zepelgif',
      origin: { url: neighbourOrigin },
    });
    expect(theirs?.why).toContainEqual({ code: 'name', text: '“zepelgif” staat in de naam' });
    expect(theirs?.type === 'product' && theirs.offers).toHaveLength(3);
    for (const asked of [{ q: 'fietspomp' }, { q: gtin }, { gtin }]) {
      const [ours] = (await town.ask({ ...asked, ...atCentre })).results;
      expect(ours).toMatchObject({ id: `${testOrigin}/products/${gtin}`, origin: { url: testOrigin } });
      expect(ours?.why[0]?.code).toBe('q' in asked && asked.q === 'fietspomp' ? 'name' : 'barcode');
    }
  });

  it('counts what was seen in a time to come as seen when it was read here', async () => {
    await using town = createTestTown();
    const future = '2999-01-01T00:00:00Z';
    const readAt = new Date(town.clock.nowMs).toISOString();
    await town.put(source('a'), place('de-ketting'), product(gtin, 'Fietspomp'), offer(gtin, 'de-ketting'));
    await town.putAt(
      neighbourOrigin,
      source('a', { lastCompleteDelivery: future }),
      place('de-ketting'),
      product(gtin, 'Fietspomp'),
      offer(gtin, 'de-ketting', { observedAt: future }),
    );
    town.clock.nowMs += 14 * 86_400_000;
    const [found] = (await town.ask({ q: 'fietspomp', ...atCentre, explain: '1' })).results;
    const theirs =
      found?.type === 'product' ? found.offers.find(({ origin }) => origin.url === neighbourOrigin) : undefined;
    expect(theirs?.seenAt).toBe(readAt);
    expect(theirs?.why).toContainEqual({ code: 'seen', text: '14 dagen geleden gezien' });
    expect(theirs?.explain?.terms.find(({ term }) => term === 'seen')?.value).toBe(0.5);
  });

  it('drops what was unfollowed at once, before the index has been built anew', async () => {
    await using town = createTestTown();
    await putPumps(town);
    await town.ask({ q: 'fietspomp' });
    town.neighbours.clear();
    const answer = await town.search.search(town.parameters({ q: 'fietspomp', ...atCentre }));
    expect(JSON.stringify(answer)).not.toMatch(/heuvelrug|verderop/);
    expect(answer.results).toMatchObject([{ offers: [{ origin: { url: testOrigin } }] }]);
  });

  it('ranks all nodes alike: what differs in nothing but its node has the same score, and takes turns', async () => {
    await using town = createTestTown();
    const same = [source('a'), place('het-licht', { name: 'Het Licht', placeKind: 'shop=lighting' })];
    await town.put(...same, product(second, 'Leeslamp'), offer(second, 'het-licht'));
    await town.putAt(neighbourOrigin, ...same, product(third, 'Leeslamp'), offer(third, 'het-licht'));
    const firsts = new Set<string>();
    for (let day = 0; day < 12; day++) {
      town.clock.nowMs += 86_400_000;
      for (const q of ['leeslamp', 'lampenwinkel']) {
        const { results } = await town.ask({ q, ...atCentre, explain: '1' });
        const [one, other] = results;
        expect(new Set([one?.origin.url, other?.origin.url])).toEqual(new Set([testOrigin, neighbourOrigin]));
        expect(one?.explain?.score).toBe(other?.explain?.score);
        expect(one?.explain?.terms).toEqual(other?.explain?.terms);
        firsts.add(`${q} ${one?.origin.url}`);
      }
    }
    expect(firsts.size).toBe(4);
  });

  it('says of an offer what its log says, though the log could not be read for a while', async () => {
    await using town = createTestTown();
    const inStock = offer(gtin, 'daar', { stock: 3, price: '10.00', priceCurrency: 'EUR' });
    await town.put(source('a'));
    await town.putAt(neighbourOrigin, source('a'), place('daar'), product(gtin, 'Fietspomp'), inStock);
    const shown = async () => (await town.ask({ q: 'fietspomp', ...atCentre })).results;
    expect(await shown()).toMatchObject([{ offers: [{ stock: 3, price: '10.00' }] }]);

    const log = town.neighbours.get(neighbourOrigin);
    const page = vi.spyOn(log as MemoryChangeLog, 'page').mockRejectedValue(new Error('the disk'));
    await town.putAt(neighbourOrigin, { ...inStock, stock: 2, price: '12.00' });
    expect(await shown()).toMatchObject([{ offers: [{ stock: 2, price: '12.00' }] }]);
    await town.putAt(neighbourOrigin, { ...inStock, availability: 'OutOfStock' });
    expect(await shown()).toEqual([]);
    expect(page).toHaveBeenCalled();
  });

  it('knows towns and postcodes of other nodes', async () => {
    await using town = createTestTown();
    const address = {
      type: 'PostalAddress',
      streetAddress: 'Kerkweg 2',
      postalCode: '8198 ZZ',
      addressLocality: 'Heuveldorp',
      addressCountry: 'NL',
    };
    await town.putAt(neighbourOrigin, source('a'), place('de-top', { address, north: 9_000 }));
    for (const asked of [{ near: 'Heuveldorp' }, { near: '8198 ZZ' }, { near: '8198' }])
      expect((await town.ask(asked)).results).toMatchObject([
        { id: `${neighbourOrigin}/places/de-top`, distanceMetres: 0 },
      ]);
    town.neighbours.clear();
    await expect(town.ask({ near: 'Heuveldorp' })).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('pages through all nodes once, and suggests their names', async () => {
    await using town = createTestTown();
    for (const origin of [neighbourOrigin, namelessOrigin])
      for (let shop = 0; shop < 7; shop++)
        await town.putAt(origin, place(`kledingzaak-${shop}`, { placeKind: 'shop=clothes', north: shop * 50 }));
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const answer = await town.ask({
        q: 'kledingzaak',
        ...atCentre,
        limit: '3',
        ...(cursor === undefined ? {} : { cursor }),
      });
      ids.push(...answer.results.map(({ id }) => id));
      cursor = answer.next === undefined ? undefined : (new URL(answer.next).searchParams.get('cursor') ?? undefined);
    } while (cursor !== undefined);
    expect(new Set(ids).size).toBe(14);
    expect(ids).toHaveLength(14);
    const { suggestions } = await town.search.suggest('kledingzaak 3', 8);
    expect(suggestions).toContainEqual({ text: 'kledingzaak 3', type: 'place' });
  });
});
