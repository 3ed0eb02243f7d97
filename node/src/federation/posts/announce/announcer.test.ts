import { type Kind, parseThingId, type ThingId } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import { MemoryChangeLog } from '../../../log/memory-change-log.ts';
import { storedTextHash, toStoredText } from '../../../log/stored-text.ts';
import { actorList, openTestPosts, shopActor } from '../posts.test-helper.ts';
import { AnnouncementStore } from './announcement-store.ts';
import { createAnnouncer } from './create-announcer.ts';
import { announceLimits, announceTimes } from './limits.ts';

const origin = 'https://waterveen.example';
const place = {
  '@type': 'Place',
  id: '/places/jansen',
  name: 'Fietsen Jansen',
  address: { streetAddress: 'Dorpsstraat 1', addressLocality: 'Waterveen', addressCountry: 'NL' },
  geo: { latitude: 52, longitude: 5, accuracy: 'exact' },
  placeKind: 'shop=bicycle',
  openingHours: 'unknown',
  source: '/sources/jansen',
};
const event = (key: string, changes: object = {}) => ({
  id: `/events/${key}`,
  name: `Fietsdag ${key}`,
  location: '/places/jansen',
  startDate: '2026-12-05T10:00:00+01:00',
  endDate: '2026-12-05T17:00:00+01:00',
  image: '/pictures/dag.jpg',
  source: '/sources/jansen',
  ...changes,
});
const product = (key: string) => ({ id: `/products/${key}`, name: `Bel ${key}`, sku: key, source: '/sources/jansen' });
const offer = (key: string, changes: object = {}) => ({
  id: `/offers/${key}.jansen`,
  itemOffered: `/products/${key}`,
  availableAtOrFrom: '/places/jansen',
  availability: 'InStock',
  price: '12.99',
  priceCurrency: 'EUR',
  observedAt: '2026-11-20T10:00:00Z',
  source: '/sources/jansen',
  ...changes,
});
const onSale = { salePrice: '9.99', saleThrough: '2026-12-24T00:00:00+01:00' };

/** A log and posts, and an announcer between them. */
const openAnnouncer = async (announces = shopActor.announces) => {
  const node = await openTestPosts();
  const { clock, actors } = node;
  actors[1] = { ...shopActor, announces };
  const log = new MemoryChangeLog({ origin, clock });
  const errors: unknown[] = [];
  const make = () =>
    createAnnouncer({
      log,
      actors: actorList(actors),
      posts: node.posts,
      store: new AnnouncementStore(node.tables),
      settings: { origin, area: 'Waterveen', language: 'nl' },
      clock,
      onError: (error) => errors.push(error),
    });
  let announcer = make();
  const write = async (id: ThingId, kind: Kind, text: string | undefined, isMarked: boolean) => {
    const [previous] = await log.states([id]);
    const hash = text === undefined ? undefined : storedTextHash(text, origin);
    const key = `jansen!jansen!${id}`;
    await log.append({
      things: [{ id, kind, text, hash, observedAt: undefined, previous }],
      records: isMarked ? [{ table: 'mark', key, value: text === undefined ? undefined : '' }] : [],
    });
  };
  const put = async (...things: readonly { readonly id: string }[]) => {
    for (const thing of things) {
      const id = thing.id as ThingId;
      await write(id, parseThingId(id)?.kind ?? 'Place', toStoredText({ ...thing }), true);
    }
  };
  await log.append({ things: [], records: [{ table: 'source', key: 'jansen', value: '{}' }] });
  await put(place);
  return {
    ...node,
    log,
    errors,
    put,
    get posts() {
      return node.posts;
    },
    remove: (id: string) => write(id as ThingId, parseThingId(id)?.kind ?? 'Place', undefined, true),
    look: () => announcer.look(),
    /** Lets enough time pass for what is new to be told. */
    async tell() {
      await announcer.look();
      clock.turn(announceTimes.quietMs);
      await announcer.look();
    },
    async restart() {
      await announcer[Symbol.asyncDispose]();
      await node.restart();
      announcer = make();
    },
    said: async () => (await node.posts.said('jansen', 1_000)).map(({ text }) => text.split('\n')[0]),
    [Symbol.asyncDispose]: async () => {
      await announcer[Symbol.asyncDispose]();
      await node[Symbol.asyncDispose]();
      expect(errors).toEqual([]);
    },
  };
};

describe('what is new at a place', () => {
  it('is told with its time, place, link, picture and hashtags', async () => {
    await using node = await openAnnouncer();
    await node.look();
    await node.put(event('dag', { description: 'Voor\n iedereen.' }));
    await node.tell();
    const [post] = await node.posts.said('jansen', 1);
    expect(post).toMatchObject({
      text:
        'Fietsdag dag\nzaterdag 5 december 2026, 10:00–17:00\nFietsen Jansen, Dorpsstraat 1, Waterveen\n\n' +
        'Voor iedereen.\n\n#Waterveen #Agenda',
      link: `${origin}/events/dag`,
      page: '/events/dag',
      language: 'nl',
      pictures: [{ address: `${origin}/pictures/dag.jpg`, alternative: 'Fietsdag dag' }],
    });
  });

  it('is no news when it was there before, is over, or is somewhere else', async () => {
    await using node = await openAnnouncer();
    await node.put(event('oud'), product('a'), offer('a', onSale));
    await node.look();
    await node.put(
      event('oud', { name: 'Toch anders' }),
      event('voorbij', { startDate: '2026-11-01T10:00:00Z', endDate: '2026-11-01T17:00:00Z' }),
      event('elders', { location: '/places/bakker' }),
      offer('a', { ...onSale, price: '13.99' }),
    );
    await node.tell();
    expect(await node.said()).toEqual([]);
  });

  it('is a price that is reduced, each time', async () => {
    await using node = await openAnnouncer();
    await node.put(product('a'), offer('a'));
    await node.look();
    await node.put(offer('a', onSale));
    await node.tell();
    const [post] = await node.posts.said('jansen', 1);
    expect(post?.text).toBe(
      'Aanbieding bij Fietsen Jansen: Bel a\n€\u00a09,99 in plaats van €\u00a012,99, t/m 24 december 2026\n' +
        'Fietsen Jansen, Dorpsstraat 1, Waterveen\n\n#Waterveen #Aanbieding',
    );
    await node.put(offer('a'));
    await node.tell();
    expect(await node.said()).toEqual([]);
    await node.put(offer('a', onSale));
    await node.tell();
    expect(await node.said()).toHaveLength(1);
  });

  it('is changed and taken back with the thing, and changed not too often', async () => {
    await using node = await openAnnouncer();
    await node.look();
    await node.put(event('dag'));
    await node.tell();
    await node.put(event('dag', { name: 'Fietsfeest' }));
    await node.look();
    expect(await node.said()).toEqual(['Fietsdag dag']);
    node.clock.turn(announceTimes.editEveryMs);
    await node.restart();
    await node.look();
    expect(await node.said()).toEqual(['Fietsfeest']);
    await node.remove('/events/dag');
    await node.look();
    expect(await node.said()).toEqual([]);
    expect(node.told.map((told) => told.split('\n')[0])).toEqual([
      'create 0 Fietsdag dag',
      'update 1 Fietsfeest',
      'delete 1 Fietsfeest',
    ]);
  });

  it('is told once over restarts, and not while more keeps coming in', async () => {
    await using node = await openAnnouncer();
    await node.look();
    await node.put(event('een'));
    await node.look();
    node.clock.turn(announceTimes.quietMs - 1);
    await node.put(event('twee'));
    await node.look();
    node.clock.turn(1);
    await node.restart();
    await node.look();
    expect(await node.said()).toEqual([]);
    await node.tell();
    await node.restart();
    await node.tell();
    expect(new Set(await node.said())).toEqual(new Set(['Fietsdag een', 'Fietsdag twee']));
  });

  it('shares a note when there is much of it, which follows what becomes of the things', async () => {
    await using node = await openAnnouncer();
    await node.look();
    const keys = Array.from({ length: announceLimits.aloneMax + 5 }, (_, index) => String(index));
    await node.put(...keys.map((key) => event(key)));
    await node.tell();
    const [post] = await node.posts.said('jansen', 10);
    expect(await node.said()).toEqual(['7 nieuwe activiteiten bij Fietsen Jansen:']);
    expect(post?.text).toContain('\n– Fietsdag 0, 5 dec 2026, 10:00\n');
    expect(post?.text).toContain('\nen nog 2\n');
    expect(post).toMatchObject({ link: `${origin}/places/jansen`, page: '/places/jansen' });
    await node.remove('/events/0');
    node.clock.turn(announceTimes.editEveryMs);
    await node.look();
    expect(await node.said()).toEqual(['6 nieuwe activiteiten bij Fietsen Jansen:']);
    for (const key of keys.slice(1)) await node.remove(`/events/${key}`);
    await node.look();
    expect(await node.said()).toEqual([]);
  });

  it('is one note for a whole first import, however large, and a few a day after that', async () => {
    await using node = await openAnnouncer(['events', 'promotions', 'products']);
    await node.look();
    const keys = Array.from({ length: announceLimits.waitingMax + 500 }, (_, index) => `p${index}`);
    await node.put(...keys.flatMap((key) => [product(key), offer(key, onSale)]));
    await node.tell();
    expect(new Set(await node.said())).toEqual(
      new Set([
        'Meer dan 1.000 aanbiedingen bij Fietsen Jansen:',
        'Meer dan 1.000 nieuwe producten bij Fietsen Jansen:',
      ]),
    );
    for (let number = 0; number < 10; number += 1) {
      await node.put(event(`dag${number}`));
      await node.tell();
    }
    expect(await node.said()).toHaveLength(announceLimits.notesADay);
    node.clock.turn(announceTimes.dayMs);
    await node.look();
    expect((await node.said())[0]).toBe('7 nieuwe activiteiten bij Fietsen Jansen:');
    expect(await node.said()).toHaveLength(announceLimits.notesADay + 1);
  });

  it('has a note for itself up to the limit, and shares one past it', async () => {
    for (const [count, notes] of [
      [announceLimits.aloneMax, announceLimits.aloneMax],
      [announceLimits.aloneMax + 1, 1],
    ] as const) {
      await using node = await openAnnouncer();
      await node.look();
      await node.put(...Array.from({ length: count }, (_, index) => event(String(index))));
      await node.tell();
      expect(await node.said()).toHaveLength(notes);
    }
  });

  it('changes its note with as many things as the limit', async () => {
    for (const more of [0, 1]) {
      await using node = await openAnnouncer();
      await node.look();
      const count = announceLimits.thingsANote + more;
      await node.put(...Array.from({ length: count }, (_, index) => event(String(index))));
      await node.tell();
      const [post] = await node.posts.said('jansen', 1);
      expect(post?.about).toMatchObject({ count });
      expect(post?.about?.things).toHaveLength(announceLimits.thingsANote);
    }
  });

  it('fills the day also with what was taken back', async () => {
    await using node = await openAnnouncer();
    await node.look();
    for (let number = 0; number < announceLimits.notesADay + 3; number += 1) {
      await node.put(event('dag'));
      await node.tell();
      await node.remove('/events/dag');
      await node.tell();
    }
    expect(node.told.filter((told) => told.startsWith('create'))).toHaveLength(announceLimits.notesADay);
  });

  it('counts what waits up to the limit, and beyond it says that there is more', async () => {
    for (const [more, start] of [
      [0, '1.000 nieuwe activiteiten'],
      [1, 'Meer dan 1.000 nieuwe activiteiten'],
    ] as const) {
      await using node = await openAnnouncer();
      await node.look();
      await node.put(...Array.from({ length: announceLimits.waitingMax + more }, (_, index) => event(`e${index}`)));
      await node.tell();
      expect(await node.said()).toEqual([`${start} bij Fietsen Jansen:`]);
    }
  });

  it('is not told of what the actor does not announce, or before it was switched on', async () => {
    await using node = await openAnnouncer([]);
    await node.look();
    await node.put(event('een'), product('a'), offer('a', onSale));
    await node.tell();
    node.actors[1] = { ...shopActor, announces: ['products'] };
    await node.tell();
    await node.put(event('twee'), product('b'), offer('b'));
    await node.tell();
    expect(await node.said()).toEqual(['Nieuw bij Fietsen Jansen: Bel b']);
  });

  it('begins anew in a new epoch: what is there then is no news', async () => {
    await using node = await openAnnouncer();
    await node.look();
    await node.put(event('een'));
    await node.log.renewEpoch();
    await node.tell();
    expect(await node.said()).toEqual([]);
    await node.put(event('twee'));
    await node.tell();
    expect(await node.said()).toEqual(['Fietsdag twee']);
  });
});
