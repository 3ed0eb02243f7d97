import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from './jcs.ts';

const wellFormed = fc.string({ unit: 'binary', maxLength: 8 });
const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const { value: anyJson } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    wellFormed,
    number,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(wellFormed, tie('value'), { maxKeys: 5 }),
  ),
}));

const compareUnits = (left: string, right: string): number => {
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const difference = left.charCodeAt(at) - right.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
};

/** RFC 8785 as it reads: a copy with its members in order, written by a JSON writer that keeps their order. */
const naive = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(naive).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value as Record<string, Json>).toSorted(([left], [right]) =>
      compareUnits(left, right),
    );
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${naive(member)}`).join(',')}}`;
  }
  return JSON.stringify(value);
};

describe('canonicalJson', () => {
  it('writes what the naive reading of the RFC writes', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(canonicalJson(value)).toBe(naive(value));
      }),
    );
  });

  it('says the same value, and the same text again', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('leaves out what is undefined', () => {
    expect(canonicalJson({ b: undefined, a: 1, c: { d: undefined } })).toBe('{"a":1,"c":{}}');
  });

  it('hands string values, never names, to the writer, with the name of the nearest property', () => {
    const seen: [string, string][] = [];
    canonicalJson({ b: ['x', { c: 'y' }], a: 'z' }, (key, value) => {
      seen.push([key, value]);
      return '""';
    });
    expect(seen).toEqual([
      ['a', 'z'],
      ['b', 'x'],
      ['c', 'y'],
    ]);
  });

  it.each([Number.NaN, Infinity, -Infinity])('refuses %s', (value) => {
    expect(() => canonicalJson({ value })).toThrow(TypeError);
  });
});
