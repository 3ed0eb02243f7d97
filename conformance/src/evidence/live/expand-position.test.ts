import { expect, it } from 'vitest';
import { expandPosition, hasPosition } from './expand-position.ts';

it.each([
  ['https://a.example/feed?from={position}', 'https://a.example/feed?from=7'],
  ['https://a.example/feed{?position}', 'https://a.example/feed?position=7'],
  ['https://a.example/feed?x=1{&position}', 'https://a.example/feed?x=1&position=7'],
  ['https://a.example/feed/{+position}', 'https://a.example/feed/7'],
])('%s at position 7 is %s', (template, expected) => {
  expect(hasPosition(template)).toBe(true);
  expect(expandPosition(template, 7)).toBe(expected);
});

it.each(['https://a.example/feed?from=', 'https://a.example/feed?from={place}', ''])(
  '%s has no position',
  (template) => {
    expect(hasPosition(template)).toBe(false);
  },
);
