import type { Exchange } from '../../fetching/exchange.ts';
import { available, type Gatherer } from '../gatherer.ts';
import { addressOfPairs } from './ask-search.ts';
import { searchWalk } from './search-walk.ts';
import { subjects } from './subjects.ts';

/** A question of which something is wrong, or just not. */
export interface RefusedQuestion {
  /** Names of the parameters that are wrong; none where all is at its limit. */
  readonly wrong: readonly string[];
  readonly exchange: Exchange;
}

type Pairs = readonly (readonly [string, string])[];
interface Planned {
  readonly pairs: Pairs;
  readonly wrong: readonly string[];
}

const all = (fields: Readonly<Record<string, string>>): Planned => ({
  pairs: Object.entries(fields),
  wrong: Object.keys(fields),
});
const base: Pairs = [['q', 'brood']];
const point: Pairs = [
  ['lat', '52'],
  ['lon', '5'],
];

/** Each limit from both sides, one by one and together. */
export const planRefusals = (): readonly Planned[] => [
  all({
    q: 'a'.repeat(201),
    lat: '90.001',
    lon: '180.001',
    radius: '100001',
    limit: '51',
    category: 'c'.repeat(751),
    brand: 'b'.repeat(201),
    kind: 'k'.repeat(163),
    cursor: 'c'.repeat(3_001),
  }),
  all({
    q: '',
    lat: '-90.001',
    lon: '-180.001',
    radius: '49',
    limit: '0',
    near: '',
    category: '',
    brand: '',
    kind: '',
    cursor: '',
    priceMax: '-1',
  }),
  all({
    lat: 'north',
    lon: '5,1',
    radius: 'far',
    open: 'tomorrow',
    availability: 'InStock',
    gtin: '09520000000012',
    priceMax: '1,50',
    currency: 'eur',
    fulfilment: 'Buy',
    type: 'Product',
    limit: '1.5',
    explain: 'yes',
  }),
  { pairs: [...base, ['open', '2026-03-10T12:00:00']], wrong: ['open'] },
  { pairs: [...base, ['open', '1999-12-31T23:59:59Z']], wrong: ['open'] },
  { pairs: [...base, ['open', '2100-01-01T00:00:00Z']], wrong: ['open'] },
  { pairs: [['q', '---']], wrong: ['q'] },
  { pairs: [...base, ['gtin', '123456789']], wrong: ['gtin'] },
  { pairs: [...base, ['limit', '51']], wrong: ['limit'] },
  { pairs: [...base, ['limit', '0']], wrong: ['limit'] },
  { pairs: [...base, ...point, ['radius', '100001']], wrong: ['radius'] },
  { pairs: [...base, ...point, ['radius', '49']], wrong: ['radius'] },
  { pairs: [['q', 'a'.repeat(201)]], wrong: ['q'] },
  {
    pairs: [...base, ['lat', '90.5'], ['lon', '5']],
    wrong: ['lat'],
  },
  { pairs: [...base, ['colour', 'red']], wrong: ['colour'] },
  { pairs: [...base, ['q', 'melk']], wrong: ['q'] },
  { pairs: [...base, ['near', 'n'.repeat(101)]], wrong: ['near'] },
  { pairs: [['q', `${'a'.repeat(99)} ${'b'.repeat(100)}`]], wrong: [] },
  {
    pairs: [...base, ['lat', '90'], ['lon', '180'], ['radius', '100000'], ['limit', '50'], ['explain', '0']],
    wrong: [],
  },
  {
    pairs: [...base, ['lat', '-90'], ['lon', '-180'], ['radius', '50'], ['limit', '1'], ['priceMax', '0']],
    wrong: [],
  },
  { pairs: [...base, ['open', '2000-01-01T00:00:00Z']], wrong: [] },
  { pairs: [...base, ['open', '2099-12-31T23:59:59Z']], wrong: [] },
  { pairs: [...base, ['lat', '52.4200000000000017'], ['lon', '5.0E-4']], wrong: [] },
  {
    pairs: [
      ['q', 'b'],
      ['category', 'c'.repeat(750)],
      ['brand', 'b'.repeat(200)],
      ['linkType', 'gs1:pip'],
      ['17', '271231'],
    ],
    wrong: [],
  },
];

/** Questions at and beyond the limits of their parameters. */
export const refusedQuestions: Gatherer<readonly RefusedQuestion[]> = {
  name: 'refused-questions',
  async gather(run) {
    const asked = planRefusals().map(async ({ pairs, wrong }) => ({
      wrong,
      exchange: await run.client.ask(addressOfPairs(pairs), { accept: 'application/json' }),
    }));
    return available(await Promise.all(asked));
  },
};

/** A question whose parameters contradict each other. */
export interface Contradiction {
  readonly what: string;
  readonly exchange: Exchange;
}

/** Questions of which each parameter is right for itself. */
export const contradictions: Gatherer<readonly Contradiction[]> = {
  name: 'contradictions',
  async gather(run) {
    const planned: readonly (readonly [string, Pairs])[] = [
      ['lat without lon', [...base, ['lat', '52']]],
      ['lon without lat', [...base, ['lon', '5']]],
      ['near beside lat and lon', [...base, ...point, ['near', '1234 AB']]],
      ['a radius without a place', [...base, ['radius', '500']]],
      ['a near that nobody knows', [...base, ['near', 'Nergenshuizen-aan-Zee 4711']]],
      [
        'a barcode beside the gtin of something else',
        [
          ['q', '9520000000011'],
          ['gtin', '09520000000028'],
        ],
      ],
      ['a question that asks for nothing', [['explain', '1']]],
      ['no question at all', []],
    ];
    return available(
      await Promise.all(
        planned.map(async ([what, pairs]) => ({
          what,
          exchange: await run.client.ask(addressOfPairs(pairs), { accept: 'application/json' }),
        })),
      ),
    );
  },
};

const hardBytes: readonly string[] = [
  'q=%00',
  'q=%ff%fe%80',
  'q=%',
  'q=%ed%a0%80',
  'q=%22%27%3b--%3c%3e%7b%7d%5b%5d%5c',
  `q=${'%f0%9f%92%a9'.repeat(50)}`,
  `q=${'%28'.repeat(200)}`,
  `q=${'a%cc%81'.repeat(60)}`,
  'q=__proto__&constructor=1',
  'q=brood&lat=NaN&lon=Infinity',
  'q=brood&lat=1e400&lon=-0',
  'q=brood&cursor=%00%0d%0aSet-Cookie:a=b',
  'q=brood&open=+275760-09-13T00:00:00Z',
  'q=brood&priceMax=99999999999999999999',
  'q[]=1&q[a]=2',
  'near=%e2%80%8b&q=%e2%80%ae',
];

/** Questions in bytes that nobody expects. */
export const hardQuestions: Gatherer<readonly { readonly query: string; readonly exchange: Exchange }[]> = {
  name: 'hard-questions',
  async gather(run) {
    const paths = ['/search', '/search/suggest'];
    return available(
      await Promise.all(
        hardBytes.map(async (query, at) => ({
          query,
          exchange: await run.client.ask(`${paths[at % 8 === 7 ? 1 : 0]}?${query}`, { accept: 'application/json' }),
        })),
      ),
    );
  },
};

const changed = (text: string): string => (text.startsWith('a') ? 'b' : 'a') + text.slice(1);

/** Cursors that the publisher did not write for the question that they stand with. */
export const wrongCursors: Gatherer<readonly { readonly what: string; readonly exchange: Exchange }[]> = {
  name: 'wrong-cursors',
  async gather(run) {
    const walked = await run.gather(searchWalk);
    const found = await run.gather(subjects);
    const next = walked.available ? walked.value.pages[0]?.answer?.next : undefined;
    const url = next === undefined ? undefined : new URL(next);
    const cursor = url?.searchParams.get('cursor') ?? undefined;
    const name = found.available ? (found.value[0]?.name ?? 'brood') : 'brood';
    const ask = async (what: string, pairs: Pairs) => ({
      what,
      exchange: await run.client.ask(addressOfPairs(pairs), { accept: 'application/json' }),
    });
    return available(
      await Promise.all([
        ask('a cursor that nobody wrote', [...base, ['cursor', 'nobody-wrote-this']]),
        ...(cursor === undefined || url === undefined
          ? []
          : [
              ask('a cursor of another question', [
                ['q', `${name.slice(0, 100)} elders`],
                ['cursor', cursor],
              ]),
              ask(
                'a changed cursor',
                [...url.searchParams].map(([key, value]) => [key, key === 'cursor' ? changed(value) : value] as const),
              ),
            ]),
      ]),
    );
  },
};
