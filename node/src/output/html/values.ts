import { html } from 'hono/html';
import type { Offer } from '@openstraat/spec';
import type { NodeSettings } from '../../config/settings.ts';
import type { Html } from '../../http/html.ts';

type Language = NodeSettings['language'];
const locales: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** A text as stated: one text, or one a language. */
export type StatedText = string | Readonly<Record<string, string>>;

/** The text in the page's language where there is one, else the first; `language` where it is not the page's. */
export const chooseText = (
  stated: StatedText,
  language: Language,
): { readonly text: string; readonly language: string | undefined } => {
  if (typeof stated === 'string') return { text: stated, language: undefined };
  const own = stated[language];
  if (own !== undefined) return { text: own, language: undefined };
  const [other, text] = Object.entries(stated)[0] ?? [undefined, ''];
  return { text, language: other };
};

/** A stated text, marked with its language where it is not the page's. */
export const showText = (stated: StatedText, language: Language): Html => {
  const chosen = chooseText(stated, language);
  return chosen.language === undefined
    ? html`${chosen.text}`
    : html`<span lang="${chosen.language}">${chosen.text}</span>`;
};

/** An amount as people of the page's language write it. */
export const formatMoney = (amount: string, currency: string, language: Language): string => {
  try {
    // A string keeps every digit, where a number would round long amounts.
    return new Intl.NumberFormat(locales[language], { style: 'currency', currency }).format(amount as `${number}`);
  } catch {
    return `${currency} ${amount}`;
  }
};

const withTimeZone = (timeZone: string | undefined): { readonly timeZone: string } => {
  try {
    return {
      timeZone: new Intl.DateTimeFormat('en', { timeZone: timeZone ?? 'Europe/Amsterdam' }).resolvedOptions().timeZone,
    };
  } catch {
    return { timeZone: 'Europe/Amsterdam' };
  }
};

const momentIn =
  (style: Intl.DateTimeFormatOptions) =>
  (moment: string, language: Language, timeZone?: string): Html => {
    const milliseconds = Date.parse(moment);
    if (Number.isNaN(milliseconds)) return html`${moment}`;
    const words = new Intl.DateTimeFormat(locales[language], {
      ...style,
      ...withTimeZone(timeZone),
    }).format(milliseconds);
    return html`<time datetime="${moment}">${words}</time>`;
  };

/** Shows a moment as a `time` element, in the time zone of the place. */
type ShowMoment = (moment: string, language: Language, timeZone?: string) => Html;

/** In full words: 1 maart 2026 om 04:00. */
export const showMoment: ShowMoment = momentIn({ dateStyle: 'long', timeStyle: 'short' });

/** In few: 1 mrt 2026, 04:00. The year stays, because a page may be read long after it was made. */
export const showMomentShortly: ShowMoment = momentIn({ dateStyle: 'medium', timeStyle: 'short' });

/** The day of a moment: 1 mrt 2026. */
export const showDayOf: ShowMoment = momentIn({ dateStyle: 'medium' });

/** A day as a `time` element. */
export const showDay = (day: string, language: Language): Html => {
  const milliseconds = Date.parse(`${day}T12:00:00Z`);
  if (Number.isNaN(milliseconds)) return html`${day}`;
  const words = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(milliseconds);
  return html`<time datetime="${day}">${words}</time>`;
};

const durationUnits: readonly { readonly letter: RegExp; readonly nl: string; readonly en: string }[] = [
  { letter: /(\d+)Y/, nl: 'jaar', en: 'years' },
  { letter: /^P[^T]*?(\d+)M/, nl: 'maanden', en: 'months' },
  { letter: /(\d+)D/, nl: 'dagen', en: 'days' },
  { letter: /T.*?(\d+)H/, nl: 'uur', en: 'hours' },
  { letter: /T.*?(\d+)M/, nl: 'minuten', en: 'minutes' },
  { letter: /T.*?(\d+(?:\.\d+)?)S/, nl: 'seconden', en: 'seconds' },
];

/** An ISO 8601 duration in words. */
export const formatDuration = (duration: string, language: Language): string => {
  const parts = durationUnits.flatMap((unit) => {
    const amount = unit.letter.exec(duration)?.[1];
    return amount === undefined ? [] : [`${amount} ${unit[language]}`];
  });
  return parts.length === 0 ? duration : parts.join(' ');
};

/** The later of when an offer was seen and when its source last delivered in full (PROTOCOL 3: freshness). */
export const seenWhen = (offer: Pick<Offer, 'observedAt'>, lastCompleteDelivery: string | undefined): string =>
  lastCompleteDelivery !== undefined && Date.parse(lastCompleteDelivery) > Date.parse(offer.observedAt)
    ? lastCompleteDelivery
    : offer.observedAt;

/** An address that a page may link to: escaping does not stop `javascript:`. */
export const safeAddress = (address: string): string | undefined =>
  /^https?:\/\//i.test(address) ? address : undefined;

/** A link to somewhere else, or the bare text where it must not be a link. */
export const showAddress = (address: string): Html => {
  const safe = safeAddress(address);
  return safe === undefined ? html`${address}` : html`<a href="${safe}" rel="noopener nofollow">${address}</a>`;
};
