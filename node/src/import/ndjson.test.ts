import { describe, expect, test } from 'vitest';
import { deliver, headOf, shown } from './delivery.test-helper.ts';
import { importLimits } from './limits.ts';
import { ndjson } from './ndjson.ts';

const bakery = { id: '/places/bakker', type: ['Place', 'Bakery'], name: 'Bakker' };
const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** A place whose property nests so deep that the whole line has this many levels. */
const nested = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 1; level < levels; level++) value = { x: value };
  return { ...bakery, more: value };
};

describe('ndjson', () => {
  test('takes whole things, without their context', async () => {
    const offer = { id: 'https://node.example/offers/a.b', type: 'Offer' };
    const { drafts, issues, rows } = await deliver(
      ndjson,
      `\ufeff${line({ '@context': 'https://node.example/context/v1.jsonld', ...bakery })}\r\n\n${line(offer)}`,
    );
    expect(drafts).toEqual([
      { kind: 'Place', whole: bakery },
      { kind: 'Offer', whole: offer },
    ]);
    expect([issues, rows]).toEqual([[], 2]);
  });

  test('knows the kind by the address where the type is left out', async () => {
    const { drafts } = await deliver(ndjson, line({ id: '/events/a.b' }) + line({ id: 'https://n.example/places/c' }));
    expect(drafts).toEqual([
      { kind: 'Event', whole: { type: 'Event', id: '/events/a.b' } },
      { kind: 'Place', whole: { type: 'Place', id: 'https://n.example/places/c' } },
    ]);
  });

  test('refuses lines that are no things, each with its number, and goes on', async () => {
    const { drafts, issues, rows } = await deliver(
      ndjson,
      [
        JSON.stringify(bakery),
        '{"id":',
        '[1]',
        'null',
        '"text"',
        '{"type":"Place"}',
        '{"id":7,"type":"Place"}',
        '{"id":"/places/x","type":"Winkel"}',
        '{"id":"/places/x","type":["Bakery","Place"]}',
        '{"id":"/elsewhere"}',
        '{"id":"http://["}',
        `{"id":"/places/x","type":"Place","name":"${'x'.repeat(importLimits.rowBytesMax)}"}`,
        JSON.stringify(bakery),
        '',
      ].join('\n'),
    );
    expect(rows).toBe(13);
    expect(drafts).toHaveLength(2);
    expect(shown(issues)).toEqual([
      '2 json-broken',
      '3 json-broken',
      '4 json-broken',
      '5 json-broken',
      '6 id-missing id',
      '7 id-missing id',
      '8 type-unknown type',
      '9 type-unknown type',
      '10 type-unknown type',
      '11 type-unknown type',
      '12 row-too-long',
    ]);
  });

  test('says where a file was cut short', async () => {
    const { issues } = await deliver(ndjson, line(bakery) + line(bakery).slice(0, 20));
    expect(shown(issues)).toEqual(['2 row-cut-off']);
    expect((await deliver(ndjson, line(bakery).trim())).issues).toEqual([]);
  });

  test('takes nesting up to the limit, and not one level more', async () => {
    const { jsonDepthMax } = importLimits;
    expect((await deliver(ndjson, line(nested(jsonDepthMax)))).issues).toEqual([]);
    expect(shown((await deliver(ndjson, line(nested(jsonDepthMax + 1)))).issues)).toEqual(['1 json-too-deep']);
    const deepest = `{"id":"/places/x","type":"Place","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n`;
    expect(shown((await deliver(ndjson, deepest)).issues)).toEqual(['1 json-too-deep']);
  });

  test('knows its files', async () => {
    expect(ndjson.recognises(await headOf(line(bakery)))).toBe(true);
    expect(ndjson.recognises(await headOf('{"a":1}\n'))).toBe(false);
    expect(ndjson.recognises(await headOf('[\n{"id":1}\n]'))).toBe(false);
  });
});
