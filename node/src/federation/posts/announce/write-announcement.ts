import type { Event, Place } from '@openstraat/spec';
import type { NodeSettings } from '../../../config/settings.ts';
import type { Announcement } from '../../actors/local-actor.ts';
import { toHashtag } from '../hashtags.ts';
import { postLimits } from '../limits.ts';
import type { PostDraft, PostPicture } from '../post.ts';
import { readAddress } from '../read-address.ts';
import type { AnnouncedThing } from './announced-thing.ts';
import { announceLimits } from './limits.ts';
import { announceWords } from './words.ts';

type Settings = Pick<NodeSettings, 'origin' | 'area' | 'language'>;
type StatedText = string | Readonly<Record<string, string>>;

/** What one note tells of. */
export interface AnnouncementSubject {
  readonly announcement: Announcement;
  /** At least one. */
  readonly things: readonly AnnouncedThing[];
  /** How many there are in all; more than the limit counts as more than that. */
  readonly count: number;
  readonly place: Place;
}

const inLanguage = (stated: StatedText, language: string): string =>
  typeof stated === 'string' ? stated : (stated[language] ?? Object.values(stated)[0] ?? '');

const shorten = (text: string, charactersMax: number): string => {
  const clean = text.replaceAll(/\s+/g, ' ').trim();
  return clean.length <= charactersMax ? clean : `${clean.slice(0, charactersMax - 1).trimEnd()}…`;
};

const money = (amount: string, currency: string, locale: string): string => {
  try {
    // A string keeps every digit, where a number would round long amounts.
    return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount as `${number}`);
  } catch {
    return `${currency} ${amount}`;
  }
};

const defaultTimeZone = 'Europe/Amsterdam';

const dateFormat = (style: Intl.DateTimeFormatOptions, locale: string, timeZone: string | undefined) => {
  try {
    return new Intl.DateTimeFormat(locale, { ...style, timeZone: timeZone ?? defaultTimeZone });
  } catch {
    return new Intl.DateTimeFormat(locale, { ...style, timeZone: defaultTimeZone });
  }
};

/** Makes the texts of notes in one language for one place. */
const wordsFor = (place: Place, { language }: Pick<Settings, 'language'>) => {
  const words = announceWords[language];
  const { locale } = words;
  const { timeZone } = place;
  const numbers = new Intl.NumberFormat(locale);

  const named = (stated: StatedText | undefined): string => {
    const name = stated === undefined ? '' : shorten(inLanguage(stated, language), announceLimits.nameCharacters);
    return name === '' ? words.unnamed : name;
  };
  const placeName = named(place.name);
  const { streetAddress, addressLocality } = place.address;
  const where = [placeName, streetAddress, addressLocality].filter((part) => part !== undefined).join(', ');

  const when = ({ startDate, endDate }: Event, dateStyle: 'full' | 'medium'): string => {
    const format = dateFormat({ dateStyle, timeStyle: 'short' }, locale, timeZone);
    const startMs = Date.parse(startDate);
    const endMs = endDate === undefined ? startMs : Date.parse(endDate);
    return endMs > startMs && dateStyle === 'full' ? format.formatRange(startMs, endMs) : format.format(startMs);
  };

  const day = (moment: string): string =>
    dateFormat({ dateStyle: 'long' }, locale, timeZone).format(Date.parse(moment));

  const nameOf = (thing: AnnouncedThing): string =>
    'event' in thing ? named(thing.event.name) : named(thing.product?.name);

  const priceOf = (thing: AnnouncedThing): string => {
    if ('event' in thing) return '';
    const { price, salePrice, priceCurrency = 'EUR' } = thing.offer;
    const shown = (amount: string): string => money(amount, priceCurrency, locale);
    if (thing.announcement === 'promotions' && salePrice !== undefined && price !== undefined)
      return `${shown(salePrice)} ${words.insteadOf} ${shown(price)}`;
    return price === undefined ? '' : shown(price);
  };

  const period = (thing: AnnouncedThing): string => {
    if ('event' in thing || thing.announcement !== 'promotions') return '';
    const { saleFrom, saleThrough } = thing.offer;
    return [
      saleFrom === undefined ? '' : `${words.from} ${day(saleFrom)}`,
      saleThrough === undefined ? '' : `${words.through} ${day(saleThrough)}`,
    ]
      .filter((part) => part !== '')
      .join(' ');
  };

  const line = (thing: AnnouncedThing): string => {
    const more = 'event' in thing ? when(thing.event, 'medium') : priceOf(thing);
    return `– ${nameOf(thing)}${more === '' ? '' : `, ${more}`}`;
  };

  const alone = (thing: AnnouncedThing): string => {
    if ('event' in thing) {
      const { description } = thing.event;
      const said =
        description === undefined
          ? ''
          : shorten(inLanguage(description, language), announceLimits.descriptionCharacters);
      return [`${nameOf(thing)}\n${when(thing.event, 'full')}\n${where}`, said]
        .filter((part) => part !== '')
        .join('\n\n');
    }
    const start = thing.announcement === 'promotions' ? words.onePromotion(placeName) : words.oneProduct(placeName);
    const price = [priceOf(thing), period(thing)].filter((part) => part !== '').join(', ');
    return [`${start} ${nameOf(thing)}`, price, where].filter((part) => part !== '').join('\n');
  };

  const together = ({ announcement, things, count }: AnnouncementSubject): string => {
    const shown = things.slice(0, announceLimits.namesShown);
    const isMore = count > announceLimits.waitingMax;
    const counted = numbers.format(isMore ? announceLimits.waitingMax : count);
    const others = isMore ? '…' : words.others(numbers.format(count - shown.length));
    return [
      words.many[announcement](isMore ? words.moreThan(counted) : counted, placeName),
      ...shown.map(line),
      ...(count > shown.length ? [others] : []),
      where,
    ].join('\n');
  };

  return { nameOf, alone, together, tag: words.tag };
};

const pictureOf = (thing: AnnouncedThing, alternative: string, origin: string): PostPicture | undefined => {
  const address = 'event' in thing ? thing.event.image : thing.product?.image?.[0];
  // A picture of this node has a path.
  const whole = address?.startsWith('/') === true ? origin + address : address;
  const safe = whole === undefined ? undefined : readAddress(whole);
  return safe === undefined ? undefined : { address: safe, alternative };
};

/** Says what is new at a place: one thing in full, or several in a list; with a link to its page here, pictures and hashtags. */
export const writeAnnouncement = (
  subject: AnnouncementSubject,
  settings: Settings,
): PostDraft & { readonly page: string } => {
  const { announcement, things, count, place } = subject;
  const { origin, area, language } = settings;
  const say = wordsFor(place, settings);
  const [first] = things;
  const isAlone = count === 1 && first !== undefined;
  const text = isAlone ? say.alone(first) : say.together(subject);
  const tags = [area, say.tag[announcement]].map(toHashtag).filter((tag) => tag !== undefined);
  const page = isAlone ? first.id : place.id;
  return {
    text: [text, tags.map((tag) => `#${tag}`).join(' ')].join('\n\n'),
    language,
    link: origin + page,
    page,
    pictures: things
      .flatMap((thing) => pictureOf(thing, say.nameOf(thing), origin) ?? [])
      .slice(0, postLimits.pictures),
  };
};
