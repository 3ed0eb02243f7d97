import type { SearchAnswer, SearchOffer, SearchResult } from '@openstraat/spec';
import { html } from 'hono/html';
import type { NodeSettings } from '../../../config/settings.ts';
import type { Html } from '../../../http/html.ts';
import { linkTo } from '../parts.ts';
import { formatMoney, showMoment, showMomentShortly } from '../values.ts';
import { searchWordsOf } from './search-words.ts';

type Language = NodeSettings['language'];
type Openness = SearchOffer['open'];

/** The zone that pages show moments in where nobody names one. */
const eventTimeZone = 'Europe/Amsterdam';

const number = (value: number, digits: number, language: Language): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: digits, minimumFractionDigits: 0 }).format(value);

/** A distance as the reasons beside it say it: in metres, then in kilometres with one decimal. */
export const distanceWords = (metres: number, language: Language): string => {
  const whole = Math.round(metres);
  return whole < 1_000 ? `${whole}\u00a0m` : `${number(metres / 1_000, 1, language)}\u00a0km`;
};

/** How far it is, and how long a walk; nobody walks for more than an hour. */
export const showNearness = (
  { distanceMetres, walkingMinutes }: Pick<SearchResult, 'distanceMetres' | 'walkingMinutes'>,
  language: Language,
): string | undefined => {
  if (distanceMetres === undefined) return undefined;
  const distance = distanceWords(distanceMetres, language);
  return walkingMinutes === undefined || walkingMinutes > 60
    ? distance
    : `${distance}, ${walkingMinutes}\u00a0${searchWordsOf[language].minutesWalking}`;
};

const offsetOf = (instant: string): number => {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(instant) ?? [];
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
};

/** The time on the wall of the place: the instant carries its offset. The day is named when it is not the day of `at` there. */
export const wallTime = (instant: string, at: string, language: Language): string => {
  const offsetMs = offsetOf(instant);
  const wall = new Date(Date.parse(instant) + offsetMs);
  const asked = new Date(Date.parse(at) + offsetMs);
  const time = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { timeStyle: 'short', timeZone: 'UTC' });
  const sameDay = wall.toISOString().slice(0, 10) === asked.toISOString().slice(0, 10);
  const near = wall.getTime() - asked.getTime() < 6 * 86_400_000;
  const day = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    ...(near ? { weekday: 'long' } : { day: 'numeric', month: 'long' }),
    timeZone: 'UTC',
  });
  return sameDay ? time.format(wall) : `${day.format(wall)} ${time.format(wall)}`;
};

/** The instant that an answer counts from. */
export interface CountedFrom {
  readonly at: string;
  /** Whether somebody asked for that instant, instead of the present. */
  readonly isAskedFor: boolean;
}

/** Open or not, and until when; unknown is not closed. */
export const showOpenness = (
  { state, until, becomes, publicHoliday }: Openness,
  { at, isAskedFor }: CountedFrom,
  language: Language,
): string => {
  const say = searchWordsOf[language];
  if (state === 'unknown') return publicHoliday === true ? say.holiday : say.hoursUnknown;
  const isOpen = state === 'open';
  const words = isOpen ? (isAskedFor ? say.openAtThatTime : say.open) : isAskedFor ? say.closedThen : say.closed;
  // Closed until nobody knows what: that is no opening.
  if (until === undefined || (!isOpen && becomes === 'unknown')) return words;
  const time = wallTime(until, at, language);
  if (!isOpen) return `${words}, ${say.opens} ${time}`;
  return `${words} ${becomes === 'unknown' ? say.untilAtLeast : say.until} ${time}`;
};

const dayIn = (moment: string): string =>
  new Intl.DateTimeFormat('nl-NL', { dateStyle: 'short', timeZone: eventTimeZone }).format(Date.parse(moment));
const timeIn = (moment: string, language: Language): Html =>
  html`<time datetime="${moment}"
    >${new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { timeStyle: 'short', timeZone: eventTimeZone }).format(Date.parse(moment))}</time
  >`;

/** When an event begins, or began, and until when it is. */
export const showEventTimes = (
  { startDate, endDate }: Pick<Extract<SearchResult, { type: 'event' }>, 'startDate' | 'endDate'>,
  { at }: CountedFrom,
  language: Language,
): Html => {
  const say = searchWordsOf[language];
  const start = html`${Date.parse(startDate) <= Date.parse(at) ? say.started : say.starts}
  ${showMoment(startDate, language)}`;
  if (endDate === undefined) return start;
  const isSameDay = dayIn(startDate) === dayIn(endDate);
  return html`${start}, ${say.until} ${isSameDay ? timeIn(endDate, language) : showMoment(endDate, language)}`;
};

/** The price, or that nobody said. */
export const showResultPrice = (
  { price, priceCurrency, salePrice }: Pick<SearchOffer, 'price' | 'priceCurrency' | 'salePrice'>,
  language: Language,
): Html | string => {
  if (price === undefined || priceCurrency === undefined) return searchWordsOf[language].priceUnknown;
  const full = formatMoney(price, priceCurrency, language);
  return salePrice === undefined
    ? html`<span class="nowrap">${full}</span>`
    : html`<strong class="nowrap">${formatMoney(salePrice, priceCurrency, language)}</strong>
        <s class="nowrap">${full}</s>`;
};

export const showSeenAt = (offer: SearchOffer, language: Language): Html =>
  html`${searchWordsOf[language].seen} ${showMomentShortly(offer.seenAt, language)}`;

/** Where a thing of this node is on it: pages link by path, so that they work under any name. */
export const localAddress = (iri: string, origin: string): string =>
  iri.startsWith(`${origin}/`) ? iri.slice(origin.length) : iri;

/** The node that states it, where it is another than the one that answers. */
export const showOrigin = (
  { name, url }: SearchAnswer['results'][number]['origin'],
  own: string,
  language: Language,
): Html | undefined =>
  new URL(url).origin === own ? undefined : html`${searchWordsOf[language].originOther} ${linkTo(url, name)}`;
