import { describe, expect, it } from 'vitest';
import { httpLimits } from './limits.ts';
import { negotiate } from './negotiate.ts';

const offered = ['text/html', 'application/ld+json', 'application/json', 'application/n-quads'] as const;

const filler = (count: number): string => 'a/b,'.repeat(count);

describe('negotiate', () => {
  it.each([
    [undefined, 'text/html'],
    ['', 'text/html'],
    ['*/*', 'text/html'],
    ['not a list at all', 'text/html'],
    ['application/json', 'application/json'],
    ['APPLICATION/JSON', 'application/json'],
    ['application/*', 'application/ld+json'],
    ['application/*;q=0.5, application/n-quads', 'application/n-quads'],
    ['text/html;q=0.2, application/json;q=0.9', 'application/json'],
    ['text/html;q=0, */*', 'application/ld+json'],
    ['application/json, text/plain, */*', 'application/json'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
    ['application/ld+json;profile="a,b;q=0"', 'application/ld+json'],
    ['text/turtle;q=1, application/n-quads;q=0.3', 'application/n-quads'],
    ['application/json;q=2, application/n-quads', 'application/n-quads'],
    ['text/turtle', undefined],
    ['*/*;q=0', undefined],
    ['image/*', undefined],
  ])('%s gives %s', (accept, expected) => {
    expect(negotiate(accept, offered)).toBe(expected);
  });

  it('looks at as many ranges as its limit, and no further', () => {
    expect(negotiate(`${filler(httpLimits.acceptRangesMax - 1)}application/json`, offered)).toBe('application/json');
    expect(negotiate(`${filler(httpLimits.acceptRangesMax)}application/json`, offered)).toBeUndefined();
  });

  it('reads a quote that never closes in no time', () => {
    const started = performance.now();
    negotiate(`a/b;x="${'\\\\'.repeat(8_000)}`, offered);
    negotiate('"a'.repeat(8_000), offered);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
