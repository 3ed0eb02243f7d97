import { schemaOrg, type Thing } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import { stylesheetPath } from '../../http/stylesheet.ts';
import { createTestNode, exampleThings, putExampleThings, type TestNode } from '../test-node.ts';
import { pageLimits } from './limits.ts';

const pageOf = async (node: TestNode, path: string): Promise<string> => {
  const response = await node.get(path, { Accept: 'text/html' });
  expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
  return response.text();
};

/** What a reader sees: tags dropped, white space as one space. */
const textOf = (page: string): string =>
  page
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/[\s\u00a0]+/g, ' ');

const lists = ['/places', '/products', '/offers', '/services', '/events', '/parcel-points', '/areas', '/sources'];
const everyPath = ['/', ...lists, ...Object.values(exampleThings).map(({ id }) => id), '/nergens'];

const exampleNode = async (settings: Parameters<typeof createTestNode>[0] = {}): Promise<TestNode> => {
  const node = createTestNode(settings);
  await putExampleThings(node);
  return node;
};

describe('pages', () => {
  it('show a place with its hours, offers, services, events, parcel point and licence', async () => {
    const page = await pageOf(await exampleNode(), exampleThings.place.id);
    const text = textOf(page);
    for (const words of [
      'Dorpsstraat 1, 9999 AA Waterveen',
      'ma–vr 09:00–18:00',
      'za 09:00–17:00',
      'feestdagen gesloten',
      'Soort Fietsenwinkel',
      'Veldwind',
      'Fietsbel',
      '€ 12,95',
      'op voorraad (4)',
      'Onderhoudsbeurt',
      'Open dag',
      'Pakketpost : afhalen, terugsturen',
      'onder CC0 1.0',
    ])
      expect(text).toContain(words);
    // The whole file was delivered after this offer last changed.
    expect(page).toContain('<time datetime="2026-03-01T03:00:00Z">1 mrt 2026, 04:00</time>');
    expect(page).toContain('href="https://creativecommons.org/publicdomain/zero/1.0/"');
    expect(page).toContain(`href="${exampleThings.product.id}"`);
  });

  it('show a product with every place that has it', async () => {
    const text = textOf(await pageOf(await exampleNode(), exampleThings.product.id));
    for (const words of [
      'Fietsbel',
      '9520000000011',
      'Veldwind',
      'Hier te krijgen',
      'Fietsen de Vries',
      '€ 12,95',
      '1 mrt 2026, 04:00 details ',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('09520000000011');
  });

  it('speak the language of the node, and mark what is in another', async () => {
    const dutch = await exampleNode();
    expect(await pageOf(dutch, '/')).toContain('<html lang="nl">');
    expect(await pageOf(dutch, exampleThings.place.id)).toContain('<h1>Fietsen de Vries</h1>');
    const english = await exampleNode({ language: 'en' });
    await english.put({ ...exampleThings.place, name: { fy: 'Fytsen de Vries' } });
    const page = await pageOf(english, exampleThings.place.id);
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<h1><span lang="fy">Fytsen de Vries</span></h1>');
    expect(textOf(page)).toContain('Mon–Fri 09:00–18:00');
    expect(textOf(page)).toContain('€12.95');
  });

  it('say that opening hours are unknown, not that a place is closed', async () => {
    const node = await exampleNode();
    await node.put({ ...exampleThings.place, openingHours: 'unknown' });
    for (const path of ['/', exampleThings.place.id])
      expect(textOf(await pageOf(node, path))).toContain('Openingstijden onbekend');
  });

  it('show a reduced price beside the full one, with its dates', async () => {
    const node = await exampleNode();
    await node.put({ ...exampleThings.offer, salePrice: '9.95', saleThrough: '2026-03-31T21:59:59Z' });
    expect(textOf(await pageOf(node, exampleThings.offer.id))).toContain(
      '€ 9,95 in plaats van € 12,95 , tot en met 31 maart 2026',
    );
    for (const { id } of [exampleThings.place, exampleThings.product])
      expect(textOf(await pageOf(node, id))).toContain('€ 9,95 was € 12,95 t/m 31 mrt 2026');
  });

  it('say how many there are only where there are any', async () => {
    for (const [language, inStock] of [
      ['nl', 'op\u00a0voorraad'],
      ['en', 'in\u00a0stock'],
    ] as const) {
      const node = await exampleNode({ language });
      for (const [stock, words] of [
        [1, `${inStock} (1)`],
        [0, inStock],
      ] as const) {
        await node.put({ ...exampleThings.offer, availability: 'InStock', stock });
        for (const { id } of [exampleThings.offer, exampleThings.place, exampleThings.product]) {
          const page = await pageOf(node, id);
          expect([id, stock, page.includes(words), page.includes(`${inStock} (`)]).toEqual([
            id,
            stock,
            true,
            stock > 0,
          ]);
        }
      }
    }
  });

  it('count in words, one and many, and group places that people look for together', async () => {
    const node = await exampleNode();
    await node.put({ ...exampleThings.place, id: '/places/bakker', name: 'Bol', placeKind: 'shop=bakery' });
    await node.put({ ...exampleThings.place, id: '/places/cafe', name: 'Anker', placeKind: 'amenity=cafe' });
    await node.put({ ...exampleThings.place, id: '/places/zaak', name: 'Zaak', placeKind: 'shop=yes' });
    const page = await pageOf(node, '/');
    const text = textOf(page);
    for (const words of ['4 winkels en plekken', '1 vindplaats ', '1 evenement ', 'Anker , café', 'Zaak , winkel'])
      expect(text).toContain(words);
    expect([...page.matchAll(/<h2>([^<]*)/g)].map(([, heading]) => heading)).toEqual([
      'Eten en drinken',
      'Winkels: van alles',
      'Vervoer',
    ]);
    expect(textOf(await pageOf(await exampleNode({ language: 'en' }), '/'))).toContain('1 product location ');
  });

  it('say languages in words, and of categories the last step that is no number', async () => {
    const node = await exampleNode();
    await node.put({
      ...exampleThings.place,
      knowsLanguage: ['nl', 'fy', 'dse'],
      categoryCarried: ['2271', 'Fiets > Bellen'],
    });
    const text = textOf(await pageOf(node, exampleThings.place.id));
    expect(text).toContain('Talen Nederlands, Fries, Nederlandse Gebarentaal');
    expect(text).toContain('Assortiment Bellen ');
    await node.put({ ...exampleThings.product, category: '2271' });
    expect(textOf(await pageOf(node, exampleThings.product.id))).not.toContain('Categorie');
    await node.put({ ...exampleThings.product, category: 'Fiets > Bel > 12' });
    expect(textOf(await pageOf(node, exampleThings.product.id))).toContain('Categorie Bel ');
  });

  it('show what each source says of a product', async () => {
    const node = await exampleNode();
    await node.put({
      ...exampleThings.product,
      statement: [
        { type: 'ProductStatement', source: '/sources/fietsen', name: 'Fietsbel' },
        { type: 'ProductStatement', source: '/sources/ander', name: 'Bel, messing' },
      ],
    });
    expect(textOf(await pageOf(node, exampleThings.product.id))).toContain('Bel, messing');
  });

  it('warn on every page when the shops are fictional, and only then', async () => {
    const [fictional, real] = [await exampleNode({ fictional: true }), await exampleNode()];
    for (const path of everyPath) {
      expect(textOf(await pageOf(fictional, path))).toContain('deze winkels, producten en prijzen zijn verzonnen');
      expect(await pageOf(real, path)).not.toContain('verzonnen');
    }
  });

  it('ask nothing of anyone else, run no script, and can be read without a mouse', async () => {
    const node = await exampleNode();
    await node.put({ ...exampleThings.place, image: ['https://elders.example/foto.jpg'] });
    for (const path of everyPath) {
      const page = await pageOf(node, path);
      expect(page).not.toMatch(/<(img|iframe|object|embed|video|audio)\b|\ssrc=|\sstyle=|\son\w+=/);
      const actions = [...page.matchAll(/<form[^>]*\saction="([^"]*)"/g)].map(([, action]) => action);
      expect(actions).toEqual(['/search']);
      expect([...page.matchAll(/<form\b/g)]).toHaveLength(1);
      expect([...page.matchAll(/<link rel="stylesheet" href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
        stylesheetPath,
      ]);
      expect(
        [...page.matchAll(/<script([^>]*)>/g)].every(([, attributes]) => attributes === ' type="application/ld+json"'),
      ).toBe(true);
      expect([...page.matchAll(/<h1[ >]/g)]).toHaveLength(1);
      expect(page).toContain('<a class="skip" href="#content">');
      expect(page).toContain('<main id="content"');
    }
    expect((await node.get(stylesheetPath)).headers.get('Content-Type')).toBe('text/css; charset=utf-8');
  });

  it('carry the thing for search engines, in the words of schema.org', async () => {
    const node = await exampleNode();
    for (const { id } of Object.values(exampleThings)) {
      const json = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(await pageOf(node, id))?.[1] ?? '';
      const { '@context': _, ...data } = (await (
        await node.get(id, { Accept: 'application/ld+json' })
      ).json()) as Record<string, unknown>;
      expect(JSON.parse(json)).toEqual(schemaOrg(data as unknown as Thing));
    }
  });
});

describe('hostile text', () => {
  const hostile = `"'><script>alert(1)</script><img src=x onerror=alert(1)></title></textarea>--><!--{{7*7}}`;
  const script = 'javascript:alert(1)//';

  const poison = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => poison(item, key));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, poison(inner, name)]));
    return typeof value === 'string' &&
      [
        'name',
        'streetAddress',
        'addressLocality',
        'attribution',
        'brandCarried',
        'carrier',
        'description',
        'openingHours',
        'telephone',
        'placeKind',
        'category',
      ].includes(key)
      ? hostile
      : value;
  };

  it('stands on no page as anything but text', async () => {
    for (const language of ['nl', 'en'] as const) {
      const node = await exampleNode({
        name: hostile,
        area: hostile,
        operator: { name: hostile, contact: 'a@example.org' },
        language,
      });
      for (const thing of Object.values(exampleThings)) {
        const poisoned = poison({ description: 'x', ...thing }, '') as Record<string, unknown>;
        await node.put({
          ...poisoned,
          url: script,
          image: [script],
          bookingUrl: script,
          sameAs: [script],
          email: hostile,
          license: script,
          schedule: hostile,
        });
      }
      for (const path of [
        ...everyPath,
        `/places?after=${encodeURIComponent(hostile)}`,
        `/?page=${encodeURIComponent(hostile)}`,
        `/products/${encodeURIComponent('<script>alert(1)')}`,
      ]) {
        const page = await pageOf(node, path);
        expect(page).toContain('&lt;script&gt;alert(1)');
        // Whatever an attacker wrote, the only scripts are ours and hold data; nothing becomes a tag, an attribute or a link that runs.
        const withoutData = page.replace(/<script type="application\/ld\+json">[^<]*<\/script>/, '');
        expect(withoutData).not.toMatch(/<script|<img|<\/textarea|<!--/i);
        expect(withoutData.match(/<\/title>/g)).toHaveLength(1);
        expect(withoutData).not.toMatch(/(href|src)\s*=\s*["']?\s*javascript:/i);
        expect(withoutData.replaceAll(/&[a-z#\d]+;/g, '')).not.toMatch(/<[^>]*\sonerror/i);
      }
    }
  });
});

const next = (page: string): string | undefined =>
  /<a rel="next" href="([^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');

const nexts = (page: string): string[] =>
  [...page.matchAll(/<a rel="next" href="([^"]*)"/g)].map(([, href = '']) => href);

/** More than any list below has: a next that never ends must not keep the test from failing. */
const pagesMax = 10;

/** Every address on the pages of a list, page by page, that fits a pattern. */
const collect = async (node: TestNode, start: string, pattern: RegExp): Promise<string[][]> => {
  const pages: string[][] = [];
  for (let path: string | undefined = start; path !== undefined && pages.length < pagesMax;) {
    const page: string = await pageOf(node, path);
    pages.push([...new Set([...page.matchAll(pattern)].map(([found]) => found))]);
    path = next(page);
  }
  return pages;
};

/** The numbers of the things on a page that are called `p1`, `p2` and so on. */
const numbersOn = (page: string, path: string): number[] =>
  [...page.matchAll(new RegExp(`href="/${path}/[^"]*?p(\\d+)[^"]*"`, 'g'))].map(([, number]) => Number(number));

describe('paging', () => {
  it('of a list shows each thing once, with a next only where more follow', async () => {
    const node = createTestNode();
    for (let number = 0; number < pageLimits.listThings; number++)
      await node.put({ ...exampleThings.product, id: `/products/p${number}` });
    expect(await collect(node, '/products', /href="\/products\/p\d+"/g)).toHaveLength(1);
    await node.put({ ...exampleThings.product, id: '/products/p1000' });
    const pages = await collect(node, '/products', /href="\/products\/p\d+"/g);
    expect(pages.map((page) => page.length)).toEqual([pageLimits.listThings, 1]);
    expect(new Set(pages.flat()).size).toBe(pageLimits.listThings + 1);
  });

  it('of the front page shows each place once', async () => {
    const node = createTestNode();
    for (let number = 0; number <= pageLimits.frontPlaces; number++)
      await node.put({
        ...exampleThings.place,
        id: `/places/p${number}`,
        placeKind: number % 2 === 0 ? 'shop=books' : 'amenity=cafe',
      });
    const pages = await collect(node, '/', /href="\/places\/p\d+"/g);
    expect(pages.map((page) => page.length)).toEqual([pageLimits.frontPlaces, 1]);
    expect(new Set(pages.flat()).size).toBe(pageLimits.frontPlaces + 1);
  });

  it('of a place shows the offers of every source once', async () => {
    const node = createTestNode();
    await node.put(exampleThings.place);
    const place = 'fietsen-de-vries';
    await node.record('source', 'b-kassa', JSON.stringify({ name: 'b-kassa', stores: { 1: place } }));
    await node.record('source', 'a-los', JSON.stringify({ name: 'a-los' }));
    await node.record('source', 'c-ander', JSON.stringify({ name: 'c-ander', place: 'elders' }));
    for (let number = 0; number < 2 * pageLimits.offers; number++) {
      const id = `/offers/p${String(number).padStart(4, '0')}.${place}`;
      await node.put({ ...exampleThings.offer, id, itemOffered: `/products/p${number}` });
      await node.record('mark', `${number % 3 === 0 ? 'a-los' : 'b-kassa'}!${place}!${id}`, '1\t\t');
    }
    await node.record('mark', `c-ander!${place}!/offers/nooit.${place}`, '1\t\t');
    const pages = await collect(node, exampleThings.place.id, /href="\/offers\/p\d+\.[\w-]+"/g);
    expect(pages.map((page) => page.length)).toEqual([pageLimits.offers, pageLimits.offers]);
    expect(new Set(pages.flat()).size).toBe(2 * pageLimits.offers);
  });

  it('of a place asks as many sources as the limit, and those past it on the next page', async () => {
    const node = createTestNode();
    await node.put(exampleThings.place);
    const place = 'fietsen-de-vries';
    const addSource = async (number: number, of: string): Promise<string> => {
      const name = `s${String(number).padStart(6, '0')}`;
      await node.record('source', name, JSON.stringify({ name, place: of }));
      return name;
    };
    const saysOf = async (number: number) => {
      const offer = `/offers/p${number}.${place}`;
      const service = `/services/${place}.p${number}`;
      const name = await addSource(number, place);
      await node.put({ ...exampleThings.offer, id: offer, itemOffered: `/products/p${number}` });
      await node.put({ ...exampleThings.service, id: service });
      for (const id of [offer, service]) await node.record('mark', `${name}!${place}!${id}`, '1\t\t');
    };

    const last = pageLimits.sources - 1;
    for (let number = 0; number < last; number++) await addSource(number, 'elders');
    await saysOf(last);
    const atLimit = await pageOf(node, exampleThings.place.id);
    expect([numbersOn(atLimit, 'offers'), numbersOn(atLimit, 'services'), nexts(atLimit)]).toEqual([
      [last],
      [last],
      [],
    ]);

    await saysOf(last + 1);
    const past = await pageOf(node, exampleThings.place.id);
    expect([numbersOn(past, 'offers'), numbersOn(past, 'services')]).toEqual([[last], [last]]);
    const [offers = '', services = '', ...others] = nexts(past);
    expect(numbersOn(await pageOf(node, offers), 'offers')).toEqual([last + 1]);
    expect(numbersOn(await pageOf(node, services), 'services')).toEqual([last + 1]);
    expect(others.map((href) => href.replace(/=.*/, ''))).toEqual(
      ['events', 'parcelPoints'].map((list) => `${exampleThings.place.id}?${list}`),
    );
  });

  it('of the services, events and parcel points of a place leaves none out, each list by itself', async () => {
    const node = createTestNode();
    await node.put(exampleThings.place);
    const place = 'fietsen-de-vries';
    await node.record('source', 'fietsen', JSON.stringify({ name: 'fietsen', place }));
    const kinds = [
      [exampleThings.service, 'services'],
      [exampleThings.event, 'events'],
      [exampleThings.parcelPoint, 'parcel-points'],
    ] as const;
    for (const [thing, path] of kinds)
      for (let number = 0; number <= pageLimits.thingsAtPlace; number++) {
        const id = `/${path}/${place}.p${String(number).padStart(4, '0')}`;
        await node.put({ ...thing, id });
        await node.record('mark', `fietsen!${place}!${id}`, '1\t\t');
      }
    const first = await pageOf(node, exampleThings.place.id);
    const links = nexts(first);
    expect(links).toHaveLength(kinds.length);
    for (const [index, [, path]] of kinds.entries()) {
      const pattern = new RegExp(`href="/${path}/[\\w.-]+"`, 'g');
      const found = (page: string) => [...page.matchAll(pattern)].map(([one]) => one);
      const rest = found(await pageOf(node, links[index] ?? ''));
      expect([found(first).length, rest.length]).toEqual([pageLimits.thingsAtPlace, 1]);
      expect(new Set([...found(first), ...rest]).size).toBe(pageLimits.thingsAtPlace + 1);
    }
  });

  it('of a product shows its own offers, not those of products whose key begins with its own', async () => {
    const node = createTestNode();
    await node.put({ ...exampleThings.product, id: '/products/kassa' });
    for (let number = 0; number <= pageLimits.offers; number++) {
      const place = `p${String(number).padStart(4, '0')}`;
      await node.put({ ...exampleThings.offer, id: `/offers/kassa.${place}`, itemOffered: '/products/kassa' });
      await node.put({ ...exampleThings.offer, id: `/offers/kassa.bel.${place}`, itemOffered: '/products/kassa.bel' });
    }
    const pages = await collect(node, '/products/kassa', /href="\/offers\/[\w.-]+"/g);
    expect(pages.map((page) => page.length)).toEqual([pageLimits.offers, 1]);
    expect(pages.flat().every((found) => /kassa\.p\d+"$/.test(found))).toBe(true);
  });
});
