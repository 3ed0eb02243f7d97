import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { thingExamples } from '../examples/index.ts';
import { quickTest } from './check-quickly.ts';
import { kinds } from './define-kind.ts';
import { kindModels } from './index.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Values that are wrong nearly everywhere, at a limit somewhere, or right in a place other than theirs. */
const oddValues: readonly unknown[] = [
  undefined,
  null,
  true,
  '',
  ' ',
  'x',
  'x'.repeat(100),
  'x'.repeat(101),
  'x'.repeat(2_001),
  'a\u0000b',
  'a\ud800',
  'é',
  '/places/a',
  '/places/a b',
  '/places/a#b',
  'https://elsewhere.example/a',
  'javascript:alert(1)',
  '09520000000011',
  '09520000000012',
  '2026-11-20T04:00:00Z',
  '2026-11-20T04:00:00',
  '2026-02-30T04:00:00Z',
  '2026-11-20',
  '2026-02-30',
  '12.95',
  '-1',
  '1e3',
  'EUR',
  'eur',
  'unlimited',
  'InStock',
  'PT45M',
  'P1W',
  0,
  -0,
  -1,
  1.5,
  90,
  90.1,
  1_000_000_000,
  1_000_000_001,
  2 ** 53,
  Number.NaN,
  Infinity,
  [],
  ['x'],
  ['Place'],
  ['Place', 'Store'],
  ['https://elsewhere.example/a'],
  Array.from({ length: 201 }, () => 'x'),
  {},
  { nl: 'x' },
  { NL: 'x' },
  { type: 'Brand', name: 'x' },
];
/** Where something stands in a value: the way to each property and item. */
const pathsIn = (value: unknown): readonly (readonly string[])[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, inner]) => [[name], ...pathsIn(inner).map((path) => [name, ...path])]);

const withValue = (value: unknown, [name, ...rest]: readonly string[], by: unknown): unknown => {
  if (name === undefined || typeof value !== 'object' || value === null) return by;
  if (Array.isArray(value))
    return value.map((item: unknown, at) => (String(at) === name ? withValue(item, rest, by) : item));
  return { ...value, [name]: withValue((value as JsonObject)[name], rest, by) };
};

describe.each(kinds)('the quick test of %s', (kind) => {
  const { schema } = kindModels[kind];
  const isQuick = quickTest(schema);
  const examples = Object.values(thingExamples[kind]) as readonly unknown[];
  /** What Zod finds in a value that the quick test accepts. */
  const overlooked = (value: unknown): readonly unknown[] =>
    isQuick(value) ? (schema.safeParse(value).error?.issues ?? []) : [];

  it('never accepts what Zod refuses, whatever stands odd in it', () => {
    for (const odd of oddValues) {
      for (const example of examples)
        for (const path of [[], ...pathsIn(example)]) expect(overlooked(withValue(example, path, odd))).toEqual([]);
    }
  });

  it('never accepts what Zod refuses, whatever stands anywhere in it', () => {
    const anywhere = fc.constantFrom(
      ...examples.flatMap((example) => pathsIn(example).map((path) => ({ example, path }))),
    );
    const anything = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.double());
    fc.assert(
      fc.property(anywhere, anything, ({ example, path }, value) => {
        expect(overlooked(withValue(example, path, value))).toEqual([]);
      }),
    );
  });
});

test('what files are full of is accepted at once', () => {
  const { Offer, Product } = kindModels;
  expect(quickTest(Offer.schema)(thingExamples.Offer.full)).toBe(true);
  expect(quickTest(Product.schema)(thingExamples.Product.minimal)).toBe(true);
});

test.each([
  ['a text that is changed on the way', z.string().trim(), 'x'],
  ['a pattern with a memory', z.string().regex(/x/g), 'x'],
  ['an address', z.url(), 'https://x.example/'],
  ['a bound that is not reached', z.number().gt(1), 2],
  ['an object that takes nothing else', z.strictObject({}), {}],
  ['a rule over an object', z.object({}).refine(() => true), {}],
  ['a map', z.record(z.string(), z.string()), { a: 'x' }],
  ['a value that stands in for another', z.string().default('x'), 'x'],
  ['a text made into another', z.string().transform((text) => text), 'x'],
])('%s is left to Zod', (_what, schema, value) => {
  expect(schema.safeParse(value).success).toBe(true);
  expect(quickTest(schema)(value)).toBe(false);
});
