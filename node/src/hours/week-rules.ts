import type { State } from './wall-timeline.ts';

/** Hours of a day in minutes; beyond 1,440 they are of the next day. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** Days of the calendar; a day is its month, from 0, times 32, and its date. */
export interface Dates {
  /** Undefined for every year. */
  readonly year: number | undefined;
  readonly first: number;
  readonly last: number;
}

/** One rule of a plain week. */
export interface WeekRule {
  /** Undefined for every date. */
  readonly dates: Dates | undefined;
  /** Bit 0 is January; undefined for every month. */
  readonly months: number | undefined;
  /** Bit 0 is Sunday, bit 7 public holidays; undefined for every day. */
  readonly days: number | undefined;
  /** Empty for the whole day. */
  readonly spans: readonly Span[];
  readonly state: State;
  /** Adds to what the rules before it say of the same day, and does not take their place. */
  readonly isAdditional: boolean;
}

const dayNames = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'];
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
export const holidayBit = 7;

const dayForm = '(?:Su|Mo|Tu|We|Th|Fr|Sa)';
const monthForm = `(?:${monthNames.join('|')})`;
const list = (item: string): string => `${item}(?:-${item})?(?:,${item}(?:-${item})?)*`;
const timeForm = String.raw`(?:[01]?\d|2[0-4]):[0-5]\d`;
const spanForm = `${timeForm}-${timeForm}`;
const dateForm = String.raw`(?:(20\d\d) )?(${monthForm}) (\d\d?)(?:-(?:(${monthForm}) )?(\d\d?))?`;
const ruleForm = new RegExp(
  `^(?:(?:(${list(monthForm)})|${dateForm})(?: |$))?(?:(PH|(?:PH,)?${list(dayForm)}|${list(dayForm)},PH)(?: |$))?(?:(${spanForm}(?:, ?${spanForm})*)(?: |$))?(open|off|closed|unknown)?( ?"x")?$`,
);
/** A comma behind a time or a word, before the name of a day, begins a rule that adds. */
const additionalForm = new RegExp(String.raw`(?<=\d), ?(?=(?:${dayForm}|PH)[ ,-])`);

/** Bits of the items of a list such as `Mo-We,Sa`; a range may run over the end of the week or year. */
const bitsOf = (names: readonly string[], text: string): number => {
  let bits = 0;
  for (const part of text.split(',')) {
    if (part === 'PH') {
      bits |= 1 << holidayBit;
      continue;
    }
    const [first = '', last = first] = part.split('-');
    const end = names.indexOf(last);
    for (let index = names.indexOf(first); ; index = (index + 1) % names.length) {
      bits |= 1 << index;
      if (index === end) break;
    }
  }
  return bits;
};

/** Whether every year has this date. */
const exists = (date: number): boolean => new Date(Date.UTC(2001, date >> 5, date & 31)).getUTCMonth() === date >> 5;

/** @returns undefined for dates that not every year has, or that run over its end */
const datesOf = (year: string | undefined, parts: readonly (string | undefined)[]): Dates | undefined => {
  const [month = '', date = '', lastMonth = month, lastDate = date] = parts;
  // A range that names a year names it at both ends, or stays within a month.
  if (year !== undefined && lastMonth !== month) return undefined;
  const first = monthNames.indexOf(month) * 32 + Number(date);
  const last = monthNames.indexOf(lastMonth) * 32 + Number(lastDate);
  if (Number(date) < 1 || Number(date) > 31 || Number(lastDate) < 1 || Number(lastDate) > 31) return undefined;
  if (!exists(first) || !exists(last) || last < first) return undefined;
  return { year: year === undefined ? undefined : Number(year), first, last };
};

const minutesOf = (text: string): number => {
  const [hours, minutes] = text.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
};

/** @returns undefined for hours of a length that nobody means */
const spanOf = (text: string): Span | undefined => {
  const [first = '', last = ''] = text.trim().split('-');
  const from = minutesOf(first);
  const until = minutesOf(last);
  if (from >= 1_440 || until > 1_440 || from === until) return undefined;
  return { from, until: until < from ? until + 1_440 : until };
};

const readRule = (text: string, isAdditional: boolean): WeekRule | undefined => {
  const found = ruleForm.exec(text);
  if (found === null) return undefined;
  const [, months, year, dateMonth, date, lastMonth, lastDate, days, times, word, comment] = found;
  const dates = dateMonth === undefined ? undefined : datesOf(year, [dateMonth, date, lastMonth, lastDate]);
  if (dateMonth !== undefined && dates === undefined) return undefined;
  const spans = (times?.split(',') ?? []).map(spanOf);
  // Days without hours or a word are left to the package, and so are hours added that close.
  if (spans.length === 0 && word === undefined && comment === undefined) return undefined;
  if (isAdditional && (spans.length === 0 || word !== undefined || comment !== undefined)) return undefined;
  const isOff = word === 'off' || word === 'closed';
  const isUnknown = word === 'unknown' || (word === undefined && comment !== undefined);
  const whole = spans.flatMap((span) => span ?? []);
  if (whole.length < spans.length) return undefined;
  return {
    dates,
    months: months === undefined ? undefined : bitsOf(monthNames, months),
    days: days === undefined ? undefined : bitsOf(dayNames, days),
    spans: whole,
    state: isUnknown ? 'unknown' : isOff ? 'closed' : 'open',
    isAdditional,
  };
};

/**
 * Reads opening hours that are a plain week, as nearly all are: months, days, public holidays, hours.
 * @param text what `readableHours` gave
 * @returns undefined for anything else
 */
export const readWeek = (text: string): readonly WeekRule[] | undefined => {
  if (text === '24/7') {
    return [{ dates: undefined, months: undefined, days: undefined, spans: [], state: 'open', isAdditional: false }];
  }
  const rules: WeekRule[] = [];
  for (const part of text.split(';')) {
    for (const [index, rule] of part.trim().split(additionalForm).entries()) {
      const read = readRule(rule, index > 0);
      if (read === undefined) return undefined;
      rules.push(read);
    }
  }
  return rules;
};
