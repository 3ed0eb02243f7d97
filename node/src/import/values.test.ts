import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { remembered } from './reading.ts';
import { readAvailability, readCondition, readLink, readPickupMethod, readPickupTime, readStock } from './values.ts';

test.each([
  ['in stock', 'InStock'],
  ['in_stock', 'InStock'],
  ['InStock', 'InStock'],
  ['http://schema.org/InStock', 'InStock'],
  ['https://schema.org/OutOfStock', 'OutOfStock'],
  ['limited availability', 'LimitedAvailability'],
  ['out of stock', 'OutOfStock'],
  ['preorder', 'PreOrder'],
  ['pre-order', 'PreOrder'],
  ['backorder', 'BackOrder'],
  ['Op voorraad', 'InStock'],
  ['uitverkocht', 'OutOfStock'],
])('availability %s is %s', (raw, availability) => {
  expect(readAvailability(raw)).toEqual({ value: { availability } });
});

test('what stands there to order has to be ordered in', () => {
  expect(readAvailability('on display to order').value).toEqual({ availability: 'BackOrder', fulfilment: 'OrderIn' });
});

test.each(['misschien', '', 'constructor', '__proto__'])('availability %j is unknown, and said so', (raw) => {
  expect(readAvailability(raw)).toEqual({ value: { availability: 'Unknown' }, problem: 'availability-unknown' });
});

test('conditions and ways to pick up', () => {
  expect(readCondition('New')).toEqual({ value: 'NewCondition' });
  expect(readCondition('https://schema.org/UsedCondition')).toEqual({ value: 'UsedCondition' });
  expect(readCondition('als nieuw')).toEqual({ problem: 'condition-unknown' });
  expect(readPickupMethod('ship to store')).toEqual({ value: ['OrderIn'] });
  expect(readPickupMethod('not supported')).toEqual({ value: [] });
  expect(readPickupMethod('drone')).toEqual({ problem: 'pickup-unknown' });
  expect([readPickupTime('same_day').value, readPickupTime('next day').value, readPickupTime('5-day').value]).toEqual([
    'P0D',
    'P1D',
    'P5D',
  ]);
  expect(readPickupTime('soon')).toEqual({ problem: 'pickup-unknown' });
});

test.each([
  ['12', { value: 12 }],
  ['12.0', { value: 12 }],
  ['0', { value: 0 }],
  ['-2', { value: 0, problem: 'stock-negative' }],
  ['1000000000', { value: 1_000_000_000 }],
  ['1000000001', { problem: 'stock-unreadable' }],
  ['1.5', { problem: 'stock-unreadable' }],
  ['veel', { problem: 'stock-unreadable' }],
])('stock %s', (raw, reading) => {
  expect(readStock(raw)).toEqual(reading);
});

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

test('remembered asks again only when it has forgotten', () => {
  let asked = 0;
  const read = remembered((raw) => {
    asked++;
    return raw.length;
  });
  for (let round = 0; round < 2; round++) for (let index = 0; index < 8_192; index++) read(`${index}`);
  expect(asked).toBe(8_192);
  read('one more');
  read('0');
  expect(asked).toBe(8_194);
  read('x'.repeat(65));
  read('x'.repeat(65));
  expect(asked).toBe(8_196);
});
