import { describe, expect, it } from 'vitest';
import { chooseCoding } from './content-coding.ts';

describe('chooseCoding', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'zstd'],
    ['gzip;q=1.0, zstd;q=0.5', 'gzip'],
    ['*', 'zstd'],
    ['*, zstd;q=0', 'gzip'],
    ['identity, gzip;q=0.5', 'identity'],
    ['gzip;q=0, zstd;q=0', 'identity'],
    ['br', 'identity'],
    ['identity;q=0', 'identity'],
  ])('%s gives %s', (header, expected) => {
    expect(chooseCoding(header)).toBe(expected);
  });
});
