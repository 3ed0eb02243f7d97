import { describe, expect, it } from 'vitest';
import { entityTag, heldTag } from './entity-tag.ts';

describe('heldTag', () => {
  it.each([
    [undefined, undefined],
    ['*', '"a"'],
    ['"a"', '"a"'],
    ['W/"a"', '"a"'],
    ['"x", W/"a-gzip" , "y"', '"a-gzip"'],
    ['"a-zstd"', '"a-zstd"'],
    ['"a-br"', undefined],
    ['"ab"', undefined],
    ['a', undefined],
    ['"a', undefined],
  ])('%s', (header, expected) => {
    expect(heldTag(header, 'a')).toBe(expected);
  });

  it('differs by coding, as the bytes do', () => {
    expect(new Set((['identity', 'gzip', 'zstd'] as const).map((coding) => entityTag('a', coding))).size).toBe(3);
  });
});
