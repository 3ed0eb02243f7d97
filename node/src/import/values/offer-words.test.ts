import { expect, test } from 'vitest';
import { readAvailability, readCondition, readPickupMethod, readPickupTime, readStock } from './offer-words.ts';

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
