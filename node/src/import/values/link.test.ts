import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLink } from './link.ts';

describe('readLink', () => {
  test.each([
    ['https://winkel.example/a?b=1&amp;c=2', 'https://winkel.example/a?b=1&c=2'],
    ['www.winkel.example', 'https://www.winkel.example/'],
    ['//cdn.example/x.jpg', 'https://cdn.example/x.jpg'],
    ['https://winkel.example/mooie fiets|"rood"', 'https://winkel.example/mooie%20fiets%7C%22rood%22'],
  ])('%s', (raw, value) => {
    expect(readLink(raw)).toEqual({ value });
  });

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '/pad',
    'https://',
    'https://u:p@winkel.example/',
    'ftp://x.example/',
  ])('%s is left out', (raw) => {
    expect(readLink(raw)).toEqual({ problem: 'link-not-web' });
  });

  test('2,000 characters are taken, one more is not', () => {
    const base = 'https://winkel.example/';
    expect(readLink(base + 'a'.repeat(2_000 - base.length)).problem).toBeUndefined();
    expect(readLink(base + 'a'.repeat(2_001 - base.length))).toEqual({ problem: 'link-too-long' });
  });

  test('every answer fits the model', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (tail) => {
        const { value } = readLink(`https://winkel.example/${tail}`);
        expect(value ?? 'https://winkel.example/').toMatch(/^https?:\/\/[^\s"<>\\^`{|}]+$/);
      }),
    );
  });
});
