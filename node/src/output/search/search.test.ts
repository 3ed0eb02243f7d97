import { readFileSync } from 'node:fs';
import { searchAnswerSchema, searchLimits, searchRankingSchema, searchSuggestionsSchema } from '@openstraat/spec';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { Fault } from '../../model/fault.ts';
import { createFakeSearch, emptyAnswer, type FakeSearch } from '../fake-search.test-helper.ts';
import { createTestNode, exampleThings, putExampleThings, type TestNode } from '../test-node.ts';
import { exampleAnswer } from './answer.fixture.ts';

const origin = 'https://waterveen.example';
const json = { Accept: 'application/json' };
const html = { Accept: 'text/html' };

let search: FakeSearch;
let node: TestNode;
beforeEach(() => {
  search = createFakeSearch(origin);
  node = createTestNode({}, search);
});

interface ProblemBody {
  readonly status: number;
  readonly errors?: readonly { readonly parameter: string; readonly detail: string }[];
}

const wrongParameters = async (query: string): Promise<readonly string[]> => {
  const response = await node.get(`/search?${query}`, json);
  const body = (await response.json()) as ProblemBody;
  expect([response.status, body.status, response.headers.get('Content-Type')]).toEqual([
    400,
    400,
    'application/problem+json',
  ]);
  return (body.errors ?? []).map(({ parameter }) => parameter);
};

describe('a search by a program', () => {
  it('gets the answer of the engine as it is, and nobody in between may keep it', async () => {
    search.answer = exampleAnswer;
    const response = await node.get('/search?q=fietsbel&lat=52.101&lon=5.1&limit=5', json);
    expect(response.status).toBe(200);
    expect(searchAnswerSchema.parse(await response.json())).toEqual(exampleAnswer);
    expect(search.asked).toEqual([{ q: 'fietsbel', lat: 52.101, lon: 5.1, limit: 5 }]);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('Vary')).toContain('Accept');
    expect(response.headers.get('ETag')).toBeNull();
  });

  it('learns of every parameter that is wrong, at once', async () => {
    expect(await wrongParameters('q=&lat=91&lon=x&radius=49&limit=51&open=later&kleur=rood')).toEqual([
      'kleur',
      'q',
      'lat',
      'lon',
      'radius',
      'open',
      'limit',
    ]);
    expect(await wrongParameters('q=a&open=2100-01-01T00:00:00Z&limit=99')).toEqual(['open', 'limit']);
    expect(await wrongParameters('q=bel&q=lamp')).toEqual(['q']);
    expect(await wrongParameters(`q=${'a'.repeat(searchLimits.queryCharactersMax + 1)}`)).toEqual(['q']);
    expect(search.asked).toEqual([]);
  });

  it.each(['foo', '2026-03-02T18:00:00+01:00', '2026-03-02T18:00:00'])(
    'learns how to write an instant from open=%s',
    async (open) => {
      const { errors } = (await (await node.get(`/search?q=bel&open=${open}`, json)).json()) as ProblemBody;
      expect(errors).toEqual([{ parameter: 'open', detail: expect.stringMatching(/`now`.*%2B/) as string }]);
    },
  );

  it('learns so of fifty thousand characters too', async () => {
    for (const name of ['q', 'near', 'cursor', 'brand', 'lat', 'nergens'])
      expect(await wrongParameters(`${name}=${'a'.repeat(50_000)}`)).toContain(name);
    expect(await wrongParameters(`q=${'%F0%9F%9A%B2'.repeat(4_000)}`)).toEqual(['q']);
  });

  it('may carry what a GS1 Digital Link brings along', async () => {
    expect((await node.get('/search?gtin=09520000000011&linkType=gs1:pip&17=261231', json)).status).toBe(200);
    expect(search.asked).toEqual([{ gtin: '09520000000011' }]);
  });

  it('is told when to come back while the index is built, and the log stays quiet', async () => {
    search.answer = new Fault('index-building', 'The index is being built.');
    const response = await node.get('/search?q=bel', json);
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '3']);
    expect(node.logged).toHaveLength(1);
  });

  it('never fails by what is asked', async () => {
    const bytes = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => encodeURIComponent(text.toWellFormed()));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('/search', '/search/suggest', '/01/', '/api', '/ranking'),
        fc.constantFrom('q', 'lat', 'near', 'cursor', 'operation', 'linkType', '__proto__', 'constructor', ''),
        fc.oneof(bytes, fc.stringMatching(/^[%\w!~.+&=-]{0,40}$/)),
        fc.constantFrom('text/html', 'application/json', 'application/linkset+json'),
        async (path, name, value, accept) => {
          const asked = path === '/01/' ? `${path}${value}?${name}=${value}` : `${path}?${name}=${value}`;
          expect((await node.get(asked, { Accept: accept })).status).toBeLessThan(500);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('the vectors of the spec', () => {
  const folder = new URL('../../../../spec/vectors/', import.meta.url);
  const { valid, invalid } = JSON.parse(readFileSync(new URL('search-parameters.json', folder), 'utf8')) as {
    readonly valid: readonly { title: string; query: string; parameters: object }[];
    readonly invalid: readonly { title: string; query: string; parameters: readonly string[] }[];
  };
  it.each(valid)('asks: $title', async ({ query, parameters }) => {
    expect((await node.get(`/search?${query}`, json)).status).toBe(200);
    expect(search.asked).toEqual([parameters]);
  });
  it.each(invalid)('refuses: $title', async ({ query, parameters }) => {
    expect(new Set(await wrongParameters(query))).toEqual(new Set(parameters));
  });
});

/** What the engine is asked when the form on a page is sent, with what was typed into it. */
const resubmitted = async (path: string, typed: Readonly<Record<string, string>>): Promise<unknown> => {
  const page = await (await node.get(path, html)).text();
  const form = page.slice(page.indexOf('<form class="search"'), page.indexOf('</form>'));
  const sent = new URLSearchParams();
  for (const [, attributes = ''] of form.matchAll(/<input([^>]*)>/g)) {
    const [, name = ''] = /name="(\w+)"/.exec(attributes) ?? [];
    const [, value = ''] = /value="([^"]*)"/.exec(attributes) ?? [];
    if (!attributes.includes('checkbox') || attributes.includes('checked')) sent.append(name, value);
  }
  for (const [, name = '', options = ''] of form.matchAll(/<select[^>]*name="(\w+)"[^>]*>([^]*?)<\/select>/g))
    sent.append(name, /<option value="([^"]*)" selected/.exec(options)?.[1] ?? '');
  for (const [name, value] of Object.entries(typed)) sent.set(name, value);
  const response = await node.get(`/search?${sent.toString()}`, html);
  expect(response.status).toBe(200);
  return search.asked.at(-1);
};

describe('a search by a person', () => {
  // Who gets nothing is asked about once more: whether it is sold out.
  beforeEach(() => {
    search.answer = exampleAnswer;
  });

  it('shows of each result what, where, how far, what it costs, when it was seen, until when it is open, and why', async () => {
    search.answer = exampleAnswer;
    const page = await (await node.get('/search?q=fietsbell&near=Waterveen&explain=1', html)).text();
    for (const words of [
      'Fietsbel &lt;b&gt;luid&lt;/b&gt;',
      'href="/products/09520000000011"',
      'href="/places/fietsen-de-vries"',
      'Dorpsstraat 1, Waterveen',
      '346\u00a0m, 6\u00a0min lopen',
      '€\u00a09,95',
      'op\u00a0voorraad (4)',
      '1 mrt 2026',
      'nu open tot 18:00',
      'nu gesloten, opent dinsdag 09:00',
      'openingstijden onbekend',
      '„fietsbel” staat in de naam',
      'van <a href="https://ander.example/">Winkels in Verderop</a>',
      '0,550',
      'Woorden',
      'begint op',
      'href="/search?near=Waterveen&amp;explain=1&amp;gtin=09520000000011"',
      '2026-03-02/52.10,5.10',
      'href="/search?q=fietsbell&amp;near=Waterveen&amp;cursor=abc"',
      'href="/ranking"',
    ])
      expect(page).toContain(words);
    expect(page).toMatch(
      /<h2>Gevonden<\/h2>[\s\S]*Open dag[\s\S]*<h2>Plekken die het merk of de soort verkopen; of dit er is, weten we niet<\/h2>[\s\S]*Fietsen de Vries[\s\S]*<h2>Verder weg<\/h2>[\s\S]*Pakketpost/,
    );
    expect(page).toMatch(/Gezocht op <strong>fietsbel<\/strong>/);
    // No search engine lists what people asked.
    expect(page).toContain('<meta name="robots" content="noindex" />');
    expect(page).not.toContain('canonical');
  });

  it('says what to try when there is nothing', async () => {
    search.answer = {
      ...emptyAnswer(origin),
      where: { latitude: 52, longitude: 5, radiusMetres: 5_000, from: 'town' },
    };
    const page = await (await node.get('/search?q=rode+bel&near=Waterveen&radius=5000', html)).text();
    expect(page).toContain('Niets gevonden');
    expect(page).toContain('href="/search?q=rode+bel&amp;near=Waterveen&amp;radius=25000"');
    expect(page).toContain('availability=any');
    expect(page).toContain('Gebruik minder woorden');
  });

  it('says that choices have left nothing, and leads on without them', async () => {
    search.answer = emptyAnswer(origin);
    const page = await (await node.get('/search?q=bel&near=Waterveen&open=now&priceMax=5', html)).text();
    expect(page).toContain('Met deze keuzes');
    expect(page).toContain('href="/search?q=bel&amp;near=Waterveen"');
    const unchosen = await (await node.get('/search?q=bel&availability=any', html)).text();
    expect(unchosen).toContain('Niemand in dit gebied');
    expect(unchosen).not.toContain('zonder deze keuzes');
  });

  it('comes from a form: what was left empty, tracking and a comma in a price are no mistakes', async () => {
    const response = await node.get(
      '/search?q=bel&near=&type=&radius=&availability=&priceMax=%E2%82%AC+12,95&utm_source=x&q=lamp',
      html,
    );
    expect(response.status).toBe(200);
    expect(search.asked).toEqual([{ q: 'bel', priceMax: 12.95 }]);
  });

  it('who sends blanks for words beside a place asks what is around it', async () => {
    expect((await node.get('/search?q=%20&near=Waterveen', html)).status).toBe(200);
    expect(search.asked).toEqual([{ near: 'Waterveen' }]);
    expect(await wrongParameters('q=%20&near=Waterveen')).toEqual(['q']);
  });

  it('is asked with the distance that was chosen: whether there is a place to it is for the engine to say', async () => {
    expect((await node.get('/search?q=bel+in+Waterveen&radius=1000', html)).status).toBe(200);
    expect(search.asked).toEqual([{ q: 'bel in Waterveen', radius: 1_000 }]);
    const page = await (await node.get('/search?q=bel', html)).text();
    expect(page).toMatch(/<option value="" selected>10 km</);
    expect(page).not.toContain('value="10000"');
  });

  it('can be asked anew from the form that another question left', async () => {
    const gtin = '09520000000011';
    expect(await resubmitted(`/search?gtin=${gtin}`, {})).toEqual({ q: gtin });
    expect(await resubmitted(`/search?gtin=${gtin}`, { q: 'lamp' })).toEqual({ q: 'lamp' });
    expect(await resubmitted('/search?q=bel&lat=52.1&lon=5.1&radius=5000', {})).toEqual({
      q: 'bel',
      lat: 52.1,
      lon: 5.1,
      radius: 5_000,
    });
    expect(await resubmitted('/search?q=bel&lat=52.1&lon=5.1', { near: 'Waterveen' })).toEqual({
      q: 'bel',
      near: 'Waterveen',
    });
    for (const availability of ['in-stock', 'orderable', 'any'])
      expect(await resubmitted(`/search?q=bel&availability=${availability}`, {})).toEqual({ q: 'bel', availability });
    const open = '2026-03-02T18:00:00+01:00';
    for (const instant of ['now', open])
      expect(await resubmitted(`/search?q=bel&open=${encodeURIComponent(instant)}`, {})).toEqual({
        q: 'bel',
        open: instant,
      });
    const priced = '/search?q=bel&priceMax=5&currency=USD';
    expect(await resubmitted(priced, {})).toEqual({ q: 'bel', priceMax: 5, currency: 'USD' });
    expect(await resubmitted(priced, { priceMax: '' })).toEqual({ q: 'bel' });
  });

  it('says what it is limited to, and lets go of it', async () => {
    const page = await (await node.get('/search?q=bel&lat=52.1&lon=5.1&radius=500&fulfilment=reserve', html)).text();
    expect(page).toContain('href="/search?q=bel&amp;fulfilment=reserve"');
    expect(page).toContain('href="/search?q=bel&amp;lat=52.1&amp;lon=5.1&amp;radius=500"');
    expect(page).toContain('wat te reserveren is');
    const dollars = await (await node.get('/search?q=bel&priceMax=5&currency=USD', html)).text();
    expect(dollars).toContain('Hoogste prijs in USD');
    expect(dollars).not.toContain('Hoogste prijs in euro');
  });

  it('gets the form alone when nothing is asked, and keeps what was', async () => {
    expect((await node.get('/search', html)).status).toBe(200);
    expect((await node.get('/search?radius=5000&open=now', html)).status).toBe(200);
    expect(search.asked).toEqual([]);
    const page = await (await node.get('/search?q=%22%3Ebel&kind=shop%3Dbicycle&open=now', html)).text();
    expect(page).toContain('value="&quot;&gt;bel"');
    expect(page).toContain('<input type="hidden" name="kind" value="shop=bicycle" />');
    expect(page).toMatch(/name="open"\s+value="now"\s+checked/);
  });

  it('is told on the page what is wrong', async () => {
    const wrong = await node.get('/search?q=bel&priceMax=veel', html);
    expect([wrong.status, wrong.headers.get('Content-Type')]).toEqual([400, 'text/html; charset=utf-8']);
    expect(await wrong.text()).toMatch(/role="alert"[\s\S]*Hoogste prijs[\s\S]*value="veel"/);
    search.answer = new Fault('bad-request', 'Something that there is no Dutch for.');
    const refused = await node.get('/search?q=bel&near=Nergens', html);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('<li lang="en">Something that there is no Dutch for.</li>');
  });

  it('is not followed by search engines without end', async () => {
    expect(await (await node.get('/robots.txt')).text()).toMatch(/^Disallow: \/search$/m);
  });

  it('finds a search box on every page', async () => {
    expect(await (await node.get('/', html)).text()).toContain('id="search-near"');
    const list = await (await node.get('/places', html)).text();
    expect(list).toContain('id="header-search"');
    expect(await (await node.get('/nergens', html)).text()).toContain('id="header-search"');
  });
});

describe('with the index of the node', () => {
  it('a question goes all the way, and its page says what its JSON says', async () => {
    const own = createTestNode();
    await putExampleThings(own);
    const question = '/search?q=fietsbel&near=waterveen&explain=1';
    const answer = searchAnswerSchema.parse(await (await own.get(question, json)).json());
    expect(answer.results.map(({ id }) => id)).toContain(`${origin}/products/09520000000011`);
    const page = await (await own.get(question, html)).text();
    for (const { id, why } of answer.results) {
      expect(page).toContain(`href="${id.slice(origin.length)}"`);
      for (const { text } of why) expect(page).toContain(text.replaceAll("'", '&#39;'));
    }
    const ranking = searchRankingSchema.parse(await (await own.get('/ranking', json)).json());
    for (const { explain } of answer.results)
      expect(explain?.terms.map(({ term, weight }) => [term, weight])).toEqual(
        ranking.terms.map(({ term, weight }) => [term, weight]),
      );
    expect((await own.get('/search?q=bel&near=Nergens', json)).status).toBe(400);
    const page400 = await (await own.get('/search?q=bel&near=Nergens', html)).text();
    expect(page400).toContain('„Nergens” is een plaats of postcode die we niet kennen');
    expect(page400).toContain('Plaatsen die we wel kennen: Waterveen.');
  });

  it.each([
    'q=bel&radius=1000',
    'q=bel&lat=52.1',
    'q=bel&near=Nergens',
    'type=product',
    'type=product&near=Waterveen',
    'kind=onzin',
    'q=bel&open=1999-01-01T10%3A00%3A00Z',
    'q=---',
    'q=bel&cursor=abc',
  ])('a person who asks %s is refused in Dutch', async (query) => {
    const own = createTestNode();
    await putExampleThings(own);
    const refused = await own.get(`/search?${query}`, html);
    expect(refused.status).toBe(400);
    const [, alert = ''] = /role="alert">([^]*?)<\/section>/.exec(await refused.text()) ?? [];
    expect(alert).toContain('<li>');
    expect(alert).not.toContain('lang="en"');
  });

  it('a person who names a town that there are two of is told their postcodes', async () => {
    const own = createTestNode();
    await putExampleThings(own);
    const { place } = exampleThings;
    await own.put({
      ...place,
      id: '/places/ander-waterveen',
      address: { ...place.address, postalCode: '1111 BB' },
      geo: { ...place.geo, latitude: 51.1 },
    });
    const refused = await (await own.get('/search?q=fietsbel&near=Waterveen', html)).text();
    expect(refused).toMatch(/<li>Er is meer dan één plaats „Waterveen”\.[^<]*9999 ?AA[^<]*\.<\/li>/);
  });

  it('a barcode leads to its shops', async () => {
    const own = createTestNode();
    await putExampleThings(own);
    const led = await own.get('/01/09520000000011?near=Waterveen', html);
    const page = await own.get((led.headers.get('Location') ?? '').slice(origin.length), html);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Fietsen de Vries');
  });
});

describe('what nobody learns', () => {
  it('is in no log and no metric: words, places, addresses, whatever happens', async () => {
    const secret = /geheim|9\.8765|52\.1234|192\.0\.2/;
    const headers = { 'X-Forwarded-For': '192.0.2.1', 'User-Agent': 'geheim' };
    const paths = [
      '/search?q=geheim&lat=52.1234&lon=9.8765',
      '/search?near=geheim',
      '/search?geheim=1',
      '/search/suggest?q=geheim',
      '/01/geheim',
      '/api?operation=search&q=geheim',
    ];
    for (const error of [undefined, new Error('geheim 52.1234'), new Fault('bad-request', 'geheim')]) {
      search.answer = error ?? exampleAnswer;
      for (const path of paths) for (const accept of [json, html]) await node.get(path, { ...headers, ...accept });
    }
    expect(node.logged.length).toBeGreaterThan(30);
    expect(JSON.stringify(node.logged)).toContain('request failed');
    expect(JSON.stringify(node.logged)).toContain('search.test.ts');
    expect(JSON.stringify(node.logged)).not.toMatch(secret);
    expect(await node.metrics.text()).not.toMatch(secret);
  });

  it('but how searches ended is counted', async () => {
    search.answer = exampleAnswer;
    await node.get('/search?q=bel', json);
    search.answer = emptyAnswer(origin);
    await node.get('/search?q=bel', html);
    await node.get('/search?lat=x', json);
    search.answer = new Error('broken');
    await node.get('/search?q=bel', json);
    const text = await node.metrics.text();
    for (const outcome of ['found', 'nothing', 'refused', 'unavailable'])
      expect(text).toContain(`openstraat_searches_total{face="search",outcome="${outcome}"} 1`);
  });
});

describe('suggestions', () => {
  it('are given up to a limit, and refuse one past the largest', async () => {
    const response = await node.get('/search/suggest?q=fiets');
    expect(searchSuggestionsSchema.parse(await response.json()).suggestions).toEqual([
      { text: 'fietsbel', type: 'word' },
    ]);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect((await node.get(`/search/suggest?q=f&limit=${searchLimits.suggestionsMax}`)).status).toBe(200);
    expect((await node.get(`/search/suggest?q=f&limit=${searchLimits.suggestionsMax + 1}`)).status).toBe(400);
    const missing = (await (await node.get('/search/suggest')).json()) as ProblemBody;
    expect(missing.errors).toEqual([{ parameter: 'q', detail: 'is missing' }]);
  });
});

describe('the ranking', () => {
  it('is explained in the figures that make it, to programs and to people', async () => {
    const ranking = searchRankingSchema.parse(await (await node.get('/ranking', json)).json());
    expect(ranking.terms.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 10);
    const page = await (await node.get('/ranking', html)).text();
    for (const { means } of ranking.terms) expect(page).toContain(means.replaceAll("'", '&#39;'));
    // Long names go on behind a point, not within a word.
    for (const name of Object.keys(ranking.constants))
      expect(page).toContain(`<dt>${name.replaceAll('.', '.<wbr />')}</dt>`);
  });
});
