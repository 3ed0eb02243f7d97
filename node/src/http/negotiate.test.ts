import { describe, expect, it } from 'vitest';
import { httpLimits } from './limits.ts';
import { negotiate, prefersActivity } from './negotiate.ts';

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
    ['application/json;q=0.1, text/html;q=0.5, application/json', 'application/json'],
    ['application/json, text/html;q=0.5, application/json;q=0.1', 'application/json'],
    ['text/turtle;q=1, text/html;q=0', undefined],
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
    const started = process.threadCpuUsage();
    negotiate(`a/b;x="${'\\\\'.repeat(8_000)}`, offered);
    negotiate('"a'.repeat(8_000), offered);
    expect(process.threadCpuUsage(started).user).toBeLessThan(1_000_000);
  });
});

describe('a document of ActivityPub', () => {
  const profile = 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"';

  it.each([
    // As Mastodon asks for whatever address is pasted into its search.
    [`application/activity+json, ${profile}, text/html;q=0.1`, true],
    ['application/activity+json', true],
    [profile, true],
    [
      'application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted https://www.w3.org/ns/activitystreams"',
      true,
    ],
    ['application/activity+json, */*', true],
    ['application/activity+json, application/ld+json', true],
    ['text/html;q=0.5, application/activity+json;q=0.6', true],
    ['text/html, application/activity+json;q=0.9', false],
    [`${profile};q=0.3, application/ld+json;q=0.4`, false],
    ['application/activity+json;q=0, */*', false],
    ['application/ld+json', false],
    ['application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', false],
    ['application/*', false],
    ['*/*', false],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', false],
    ['', false],
    [undefined, false],
  ])('is what %s wants: %s', (accept, expected) => {
    expect(prefersActivity(accept, offered)).toBe(expected);
  });
});
