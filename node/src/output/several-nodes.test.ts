import { searchAnswerSchema } from '@openstraat/spec';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportThings } from './export/export-things.ts';
import { renderPage } from '../http/page-layout.ts';
import { aboutPage } from './html/about-page.ts';
import { pageLimits } from './html/limits.ts';
import { createTestNode, exampleThings, neighbourOrigin, putExampleThings, type TestNode } from './test-node.ts';

const html = { Accept: 'text/html' };
const { gtin } = exampleThings.product;
const onlyThere = '09520000000028';
const nameless = 'https://verderop.example';
const picture = `${neighbourOrigin}/pictures/bel.jpg`;

/** A shop of another village, with what ours has and something else; its name and picture try to get out. */
const theirs: readonly Readonly<Record<string, unknown>>[] = [
  { ...exampleThings.source, attribution: 'De Heuvelrug' },
  { ...exampleThings.place, id: '/places/op-de-rug', name: 'Op de <i>Rug</i>' },
  { ...exampleThings.product, image: [picture] },
  {
    ...exampleThings.offer,
    id: `/offers/${gtin}.op-de-rug`,
    availableAtOrFrom: '/places/op-de-rug',
    price: '11.50',
  },
  { ...exampleThings.product, id: `/products/${onlyThere}`, gtin: onlyThere, name: 'Regenjas' },
  {
    ...exampleThings.offer,
    id: `/offers/${onlyThere}.op-de-rug`,
    itemOffered: `/products/${onlyThere}`,
    gtin: onlyThere,
    availableAtOrFrom: '/places/op-de-rug',
  },
];

let node: TestNode;
beforeAll(async () => {
  node = createTestNode();
  await putExampleThings(node);
  for (const thing of theirs) await node.putAt(neighbourOrigin, thing);
  await node.putAt(nameless, exampleThings.place);
});

const pageAt = async (path: string, of = node): Promise<string> => {
  const response = await of.get(path, html);
  expect(response.status).toBe(200);
  return response.text();
};

const offersOn = (page: string): number => page.split(`href="${neighbourOrigin}/offers/`).length - 1;

describe('what other nodes have', () => {
  it('stands in results under their name, and leads to them', async () => {
    const page = await pageAt('/search?q=regenjas');
    expect(page).toContain(`href="${neighbourOrigin}/products/${onlyThere}"`);
    expect(page).toContain(`href="${neighbourOrigin}/places/op-de-rug"`);
    expect(page).toContain(`van <a href="${neighbourOrigin}">Winkels op de Heuvelrug</a>`);
    expect(page).toContain('Op de &lt;i&gt;Rug&lt;/i&gt;');
    expect(page).not.toMatch(/<img|<i>Rug/);
    const answer: unknown = await (await node.get('/search?q=fietsbel', { Accept: 'application/json' })).json();
    expect(searchAnswerSchema.safeParse(answer).error).toBeUndefined();
    expect(JSON.stringify(answer)).toContain('Winkels op de Heuvelrug');
  });

  it('stands on the page of a product of ours as theirs, with whom to name for it', async () => {
    const page = await pageAt(`/products/${gtin}`);
    const [ours = '', elsewhere = ''] = page.split('Ook elders te krijgen');
    expect(ours).not.toContain(neighbourOrigin);
    expect(elsewhere).toContain(`href="${neighbourOrigin}/places/op-de-rug"`);
    expect(elsewhere).toContain(`href="${neighbourOrigin}/offers/${gtin}.op-de-rug"`);
    expect(elsewhere).toContain(`volgens <a href="${neighbourOrigin}/">Winkels op de Heuvelrug</a>`);
    expect(elsewhere).toContain('11,50');
    expect(elsewhere).toContain('De Heuvelrug, onder');
    expect(elsewhere).not.toMatch(/<img|<i>Rug/);
  });

  it('shows as many offers as the limit, and leads to a search for those past it', async () => {
    const own = createTestNode();
    await putExampleThings(own);
    const putOffer = (number: number): Promise<void> =>
      own.putAt(neighbourOrigin, {
        ...exampleThings.offer,
        id: `/offers/${gtin}.w${number}`,
        availableAtOrFrom: `/places/w${number}`,
      });
    await own.putAt(neighbourOrigin, exampleThings.product);
    for (let number = 0; number <= pageLimits.offersElsewhere; number++)
      await own.putAt(neighbourOrigin, { ...exampleThings.place, id: `/places/w${number}` });
    for (let number = 0; number < pageLimits.offersElsewhere; number++) await putOffer(number);
    const atLimit = await pageAt(`/products/${gtin}`, own);
    expect([offersOn(atLimit), atLimit.includes(`/search?gtin=${gtin}`)]).toEqual([pageLimits.offersElsewhere, false]);
    await putOffer(pageLimits.offersElsewhere);
    const past = await pageAt(`/products/${gtin}`, own);
    expect([offersOn(past), past.includes(`/search?gtin=${gtin}`)]).toEqual([pageLimits.offersElsewhere, true]);
  });

  it('makes a page another one when it changes, and only then', async () => {
    const own = createTestNode();
    await putExampleThings(own);
    const tagOf = async (): Promise<string | null> => (await own.get(`/products/${gtin}`, html)).headers.get('ETag');
    const before = await tagOf();
    expect(await tagOf()).toBe(before);
    for (const thing of theirs) await own.putAt(neighbourOrigin, thing);
    const followed = await tagOf();
    expect(followed).not.toBe(before);
    own.neighbours.clear();
    expect(await tagOf()).toBe(before);
    expect(await pageAt(`/products/${gtin}`, own)).not.toContain('heuvelrug');
  });

  it('is known by its barcode', async () => {
    const links = await node.get(`/01/${onlyThere}`, { Accept: 'application/linkset+json' });
    expect(links.status).toBe(200);
    const text = await links.text();
    expect(text).toContain(`${neighbourOrigin}/products/${onlyThere}`);
    expect(text).not.toContain(`waterveen.example/products/${onlyThere}`);
    const led = await node.get(`/01/${onlyThere}`, html);
    expect([led.status, led.headers.get('Location')]).toEqual([
      307,
      `https://waterveen.example/search?gtin=${onlyThere}`,
    ]);
    const own = await (await node.get(`/01/${gtin}`, { Accept: 'application/linkset+json' })).text();
    expect(own).toContain(`waterveen.example/products/${gtin}`);
    expect(own).not.toContain(neighbourOrigin);
  });

  it('has no page here, and is in nothing that this node publishes', async () => {
    for (const path of [`/products/${onlyThere}`, '/places/op-de-rug', `/offers/${gtin}.op-de-rug`])
      expect((await node.get(path, html)).status).toBe(404);
    const published = ['/', '/places', '/products', '/offers', '/sources', '/feed', '/sitemap.xml', '/feed/checkpoint'];
    for (const path of [...published, `/places/${exampleThings.place.id.split('/')[2]}`, exampleThings.offer.id]) {
      const text = await (await node.get(path)).text();
      expect([path, text.match(/heuvelrug|verderop|op-de-rug|Regenjas/i)?.[0]]).toEqual([path, undefined]);
    }
    const alone = createTestNode();
    await putExampleThings(alone);
    expect(node.log.head().digest).toBe(alone.log.head().digest);
    let exported = '';
    for await (const { text } of exportThings(node.log, 'ndjson')) exported += text;
    expect(exported).not.toMatch(/heuvelrug|op-de-rug/);
    expect(node.views.places.all()).toHaveLength(1);
    expect(node.views.places.probableDuplicates()).toEqual([]);
  });
});

describe('the page about the node', () => {
  it('says first what it shows and promises', async () => {
    const page = await pageAt('/about');
    const lead = page.indexOf('Niemand kan voor een plaats in de resultaten betalen.');
    expect(lead).toBeGreaterThan(0);
    expect(lead).toBeLessThan(page.indexOf('<dl'));
    expect(page).toContain('<a href="/ranking">Zo zoeken wij</a>');
  });

  it('says whom it follows and which nodes follow it, and every page leads there', async () => {
    expect(await pageAt('/')).toContain('<a href="/about">Over deze site</a>');
    const [following = '', followers = ''] = (await pageAt('/about')).split('Waar dit ook te vinden is');
    expect(following).toContain('mailto:info@waterveen.example');
    expect(following).toMatch(
      new RegExp(
        `<a href="${neighbourOrigin}/">Winkels op de Heuvelrug</a>\\s*<span[^>]*>heuvelrug.example:8443, 6 gegevens`,
      ),
    );
    expect(following).toContain(nameless);
    expect(followers).toContain(`<a href="${neighbourOrigin}/">Winkels op de Heuvelrug</a>`);
    expect(followers).not.toContain(nameless);
    expect((await node.get('/about', { Accept: 'application/json' })).status).toBe(406);
    const english = createTestNode({ language: 'en' });
    const page = await pageAt('/about', english);
    expect(page).toContain('About this site');
    expect(page).toContain('This site shows only what its own area has.');
  });

  it('names as many followers as the limit, and counts those past it', async () => {
    const followers = Array.from({ length: pageLimits.followersNamed + 1 }, (_, number) => ({
      name: `Winkels ${number}`,
      origin: `https://n${number}.example`,
    }));
    const shown = (count: number): Promise<string> =>
      renderPage(node.settings, aboutPage({ following: [], followers: followers.slice(0, count) }, node.settings));
    expect(await shown(pageLimits.followersNamed)).toContain(`n${pageLimits.followersNamed - 1}.example`);
    expect(await shown(pageLimits.followersNamed)).not.toContain('en nog');
    expect(await shown(pageLimits.followersNamed + 1)).not.toContain(`n${pageLimits.followersNamed}.example`);
    expect(await shown(pageLimits.followersNamed + 1)).toContain('en nog 1');
  });

  it('links to followers that are followed too, by the name that is known; of others it says the host', async () => {
    const known = { name: 'Winkels in Elders', origin: 'https://elders.example', things: 3 };
    const followers = [
      { name: 'Goedkope pillen', origin: known.origin },
      { name: 'Koop pillen', origin: 'https://pillen.example' },
    ];
    const page = await renderPage(node.settings, aboutPage({ following: [known], followers }, node.settings));
    expect(page.match(/href="https:\/\/elders\.example\/"/g)).toHaveLength(2);
    expect(page).toContain('<li>pillen.example</li>');
    expect(page).not.toMatch(/Koop|Goedkope|href="https:\/\/pillen/);
  });
});
