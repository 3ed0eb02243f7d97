import { expect, it } from 'vitest';
import { encodeKey, slug } from './ids.ts';

it('a slug has 60 characters, and what is longer is cut there', () => {
  expect(slug('a'.repeat(60))).toBe('a'.repeat(60));
  expect(slug(`${'a'.repeat(60)}b`)).toBe('a'.repeat(60));
  expect(slug(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59));
});

it('a key has 200 characters, and what is longer becomes a hash', () => {
  expect(encodeKey('a'.repeat(200))).toBe('a'.repeat(200));
  expect(encodeKey('a'.repeat(201))).toMatch(/^~~[\da-f]{64}$/);
});
