import type { IssueDefinition } from '../../model/issue.ts';

/** What can be wrong with a row of a Google Merchant feed beyond its single values. */
export const googleIssues = {
  'energy-label-unknown': {
    level: 'warning',
    wrong: 'The energy label is not one from A+++ to G, so it is left out',
    todo: 'Write the letter on the label',
  },
  'field-repeated': {
    level: 'warning',
    wrong: 'The field stands in the item more than once, and the first one is taken',
    todo: 'Write it once',
  },
  'hours-unreadable': {
    level: 'warning',
    wrong: 'The hours can not be read, so they are taken as unknown',
    todo: 'Write 09:00-18:00, or x for a day on which the store is closed',
  },
  'sale-price-alone': {
    level: 'warning',
    wrong: 'There is a reduced price without a full one, so it is taken as the price',
    todo: 'Write the full price beside it',
  },
  'sale-price-currency': {
    level: 'warning',
    wrong: 'The reduced price is in another currency than the price, so it is left out',
    todo: 'Write both in one currency',
  },
  'sale-price-not-lower': {
    level: 'warning',
    wrong: 'The reduced price is not lower than the price, so it is left out',
    todo: 'Correct one of the two, or leave the reduced price empty',
  },
  'stock-contradicts-availability': {
    level: 'warning',
    wrong: 'The stock is zero, but the availability says that it is there; both are kept as stated',
    todo: 'Correct one of the two',
  },
  'store-code-missing': {
    level: 'error',
    wrong: 'The row names no store',
    todo: 'Fill in the store code',
  },
  'store-kind-unknown': {
    level: 'warning',
    wrong: 'The kind of store is a word that is not known, so it is listed as a shop without a kind',
    todo: 'Write a usual word such as bakery or bicycle shop, or a tag of OpenStreetMap such as shop=bakery',
  },
} as const satisfies Readonly<Record<string, IssueDefinition>>;
