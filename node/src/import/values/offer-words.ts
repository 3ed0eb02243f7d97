import type { Availability } from '@openstraat/spec';
import { remembered } from './remembered.ts';
import { type Reading } from './take.ts';

/** Lower case, without schema.org's address before it, every run of spaces, hyphens and underscores dropped. */
const word = (raw: string): string =>
  raw
    .trim()
    .toLowerCase()
    .replace(/^(https?:\/\/)?(www\.)?schema\.org\//, '')
    .replace(/^(schema:|os:)/, '')
    .replaceAll(/[\s_-]+/g, '');

export type Fulfilment = 'Buy' | 'Reserve' | 'OrderIn';

/** Whether it is there, and, where the same word says so, how to get it. */
export interface AvailabilityReading {
  readonly availability: Availability;
  readonly fulfilment?: Fulfilment;
}

const availabilityWords: Readonly<Record<string, AvailabilityReading>> = {
  instock: { availability: 'InStock' },
  available: { availability: 'InStock' },
  instoreonly: { availability: 'InStock' },
  onlineonly: { availability: 'OutOfStock' },
  opvoorraad: { availability: 'InStock' },
  voorradig: { availability: 'InStock' },
  leverbaar: { availability: 'InStock' },
  limitedavailability: { availability: 'LimitedAvailability' },
  limitedstock: { availability: 'LimitedAvailability' },
  lowstock: { availability: 'LimitedAvailability' },
  beperktevoorraad: { availability: 'LimitedAvailability' },
  beperktopvoorraad: { availability: 'LimitedAvailability' },
  outofstock: { availability: 'OutOfStock' },
  soldout: { availability: 'OutOfStock' },
  unavailable: { availability: 'OutOfStock' },
  uitverkocht: { availability: 'OutOfStock' },
  nietopvoorraad: { availability: 'OutOfStock' },
  nietleverbaar: { availability: 'OutOfStock' },
  preorder: { availability: 'PreOrder' },
  presale: { availability: 'PreOrder' },
  backorder: { availability: 'BackOrder' },
  nabestelling: { availability: 'BackOrder' },
  // It stands in the shop, but who buys it gets another one later.
  ondisplaytoorder: { availability: 'BackOrder', fulfilment: 'OrderIn' },
  opbestelling: { availability: 'BackOrder', fulfilment: 'OrderIn' },
  madetoorder: { availability: 'MadeToOrder' },
  discontinued: { availability: 'Discontinued' },
  unknown: { availability: 'Unknown' },
  unknownavailability: { availability: 'Unknown' },
  onbekend: { availability: 'Unknown' },
};

const lookUp = <T>(table: Readonly<Record<string, T>>, raw: string): T | undefined => {
  const key = word(raw);
  return Object.hasOwn(table, key) ? table[key] : undefined;
};

/** Reads an availability as feeds write it: `in stock`, `in_stock`, `https://schema.org/InStock`, `op voorraad`. */
export const readAvailability: (raw: string) => Reading<AvailabilityReading> = remembered((raw) => {
  const value = lookUp(availabilityWords, raw);
  return value === undefined ? { value: { availability: 'Unknown' }, problem: 'availability-unknown' } : { value };
});

export type Condition = 'NewCondition' | 'RefurbishedCondition' | 'UsedCondition';

const conditionWords: Readonly<Record<string, Condition>> = {
  new: 'NewCondition',
  newcondition: 'NewCondition',
  nieuw: 'NewCondition',
  neu: 'NewCondition',
  refurbished: 'RefurbishedCondition',
  refurbishedcondition: 'RefurbishedCondition',
  used: 'UsedCondition',
  usedcondition: 'UsedCondition',
  gebruikt: 'UsedCondition',
  tweedehands: 'UsedCondition',
};

/** Reads a condition: `new`, `refurbished`, `used`. */
export const readCondition: (raw: string) => Reading<Condition> = remembered((raw) => {
  const value = lookUp(conditionWords, raw);
  return value === undefined ? { problem: 'condition-unknown' } : { value };
});

const pickupWords: Readonly<Record<string, readonly Fulfilment[]>> = {
  buy: ['Buy'],
  reserve: ['Reserve'],
  shiptostore: ['OrderIn'],
  notsupported: [],
};

/** Reads how a product is picked up: `buy`, `reserve`, `ship to store`, `not supported`. */
export const readPickupMethod: (raw: string) => Reading<readonly Fulfilment[]> = remembered((raw) => {
  const value = lookUp(pickupWords, raw);
  return value === undefined ? { problem: 'pickup-unknown' } : { value };
});

/** Reads within what time it can be picked up: `same day`, `next day`, `2-day`, as ISO 8601 duration in days; `multi-week` says too little. */
export const readPickupTime: (raw: string) => Reading<string> = remembered((raw) => {
  const text = word(raw);
  if (text === 'sameday') return { value: 'P0D' };
  if (text === 'nextday') return { value: 'P1D' };
  if (text === 'multiweek') return {};
  const days = /^(\d{1,2})days?$/.exec(text)?.[1];
  return days === undefined ? { problem: 'pickup-unknown' } : { value: `P${Number(days)}D` };
});

const stockMax = 1_000_000_000;

/** Reads a number of pieces. A till's negative stock means that more was sold than was booked in. */
export const readStock: (raw: string) => Reading<number> = remembered((raw) => {
  const parts = /^([+-]?)(\d{1,10})(?:[.,]0+)?$/.exec(raw.trim());
  if (parts === null) return { problem: 'stock-unreadable' };
  const count = Number(parts[2]);
  if (count > stockMax) return { problem: 'stock-unreadable' };
  return parts[1] === '-' && count > 0 ? { value: 0, problem: 'stock-negative' } : { value: count };
});
