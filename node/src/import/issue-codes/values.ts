import type { IssueDefinition } from '../../model/issue.ts';

/**
 * What can be wrong with a single value. All are warnings: a value that can't be read is left out, and the rest of the row stands,
 * because a product without its price is still worth finding, and a guessed price is worse than none.
 */
export const valueIssues = {
  'availability-unknown': {
    level: 'warning',
    wrong: 'The availability is a word that is not known, so it is taken as unknown',
    todo: 'Write in_stock, limited_availability, out_of_stock, preorder or backorder',
  },
  'condition-unknown': {
    level: 'warning',
    wrong: 'The condition is a word that is not known, so it is left out',
    todo: 'Write new, refurbished or used',
  },
  'control-characters': {
    level: 'warning',
    wrong: 'The text has control characters, which are dropped',
    todo: 'Look for them where the text was typed or pasted; often they come from another program',
  },
  'price-currency-unknown': {
    level: 'warning',
    wrong: 'The currency is not one of ISO 4217, so the price is left out',
    todo: 'Write a code such as EUR',
  },
  'coordinates-outside': {
    level: 'warning',
    wrong: 'The coordinates are outside the world, so they are left out',
    todo: 'Write degrees north between -90 and 90, and degrees east between -180 and 180',
  },
  'coordinates-swapped': {
    level: 'warning',
    wrong: 'Latitude and longitude have changed places, so they are left out',
    todo: 'Write degrees north as latitude, and degrees east as longitude',
  },
  'coordinates-unreadable': {
    level: 'warning',
    wrong: 'The coordinates can not be read, so they are left out',
    todo: 'Write two numbers in degrees, such as 52.0907 and 5.1214',
  },
  'date-range-reversed': {
    level: 'warning',
    wrong: 'The period ends before it starts, so it is left out',
    todo: 'Write the first moment, a slash, and the last moment',
  },
  'date-unreadable': {
    level: 'warning',
    wrong: 'The date can not be read, so it is left out',
    todo: 'Write it as 2026-11-01T08:00+01:00',
  },
  'link-not-web': {
    level: 'warning',
    wrong: 'The link is not an http or https address, so it is left out',
    todo: 'Write the whole address, with https:// before it',
  },
  'link-too-long': {
    level: 'warning',
    wrong: 'The link is longer than 2,000 characters, so it is left out',
    todo: 'Use a shorter address',
  },
  'markup-in-text': {
    level: 'warning',
    wrong: 'The text has HTML in it, of which only the words are kept',
    todo: 'Export the text without tags',
  },
  'price-ambiguous': {
    level: 'warning',
    wrong: 'Three digits behind a point or comma may be thousands or decimals, so the price is left out',
    todo: 'Write two decimals, as in 1234.00',
  },
  'price-negative': {
    level: 'warning',
    wrong: 'The price is negative, so it is left out',
    todo: 'Correct the price; a correction or deposit is not a product',
  },
  'price-rounded': {
    level: 'warning',
    wrong: 'The price has more decimals than its currency, so it is rounded',
    todo: 'Write as many decimals as people pay',
  },
  'price-unreadable': {
    level: 'warning',
    wrong: 'The price can not be read, so it is left out',
    todo: 'Write a number and a currency, as in 12.95 EUR',
  },
  'price-zero': {
    level: 'warning',
    wrong: 'The price is zero, and is taken as free of charge',
    todo: 'Leave the price empty where it is not known',
  },
  'pickup-unknown': {
    level: 'warning',
    wrong: 'How to pick it up is stated in words that are not known, so it is left out',
    todo: 'Write buy, reserve or ship_to_store for the method, and same_day, next_day or 2-day for the time',
  },
  'stock-negative': {
    level: 'warning',
    wrong: 'The stock is negative, and is taken as zero',
    todo: 'Count the product again',
  },
  'stock-unreadable': {
    level: 'warning',
    wrong: 'The stock is not a whole number, so it is left out',
    todo: 'Write the number of pieces',
  },
  'text-cut': {
    level: 'warning',
    wrong: 'The text is too long, and is cut',
    todo: 'Shorten it',
  },
  'time-without-offset': {
    level: 'warning',
    wrong: "The time has no offset, so it is taken in the source's time zone",
    todo: 'Write the offset behind it, as in 2026-11-01T08:00+01:00',
  },
} as const satisfies Readonly<Record<string, IssueDefinition>>;

export type ValueIssueCode = keyof typeof valueIssues;
