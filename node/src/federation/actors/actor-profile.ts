import type { Place } from '@openstraat/spec';
import type { NodeSettings } from '../../config/settings.ts';
import { licenceName } from '../../http/licence-name.ts';
import { escapeHtml } from '../escape-html.ts';
import { actorWords } from './actor-words.ts';

/** Opening hours of OpenStreetMap in words, a line a rule; undefined when nobody has said. */
export type HoursInWords = (openingHours: string, language: NodeSettings['language']) => readonly string[] | undefined;

/** What people are shown of an actor; values of fields and the summary are HTML. */
export interface ActorProfile {
  readonly name: string;
  readonly summary: string;
  /** The page that the actor speaks for. */
  readonly page: string;
  readonly picture: string | undefined;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

const inLanguage = (stated: string | Readonly<Record<string, string>>, language: string): string =>
  typeof stated === 'string' ? stated : (stated[language] ?? Object.values(stated)[0] ?? '');

const paragraphs = (...texts: readonly (string | undefined)[]): string =>
  texts
    .flatMap((text) => (text === undefined ? [] : text.split(/\n{2,}/)))
    .filter((text) => text.trim() !== '')
    .map((text) => `<p>${escapeHtml(text.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('');

// Servers take `rel="me"` for a claim, which they check on the page that it leads to.
const link = (address: string, rel: 'me' | 'license'): string =>
  `<a href="${escapeHtml(address)}" rel="${rel} nofollow noopener" target="_blank">${escapeHtml(address.replace(/^https?:\/\//, '').replace(/\/$/, ''))}</a>`;

const isWebAddress = (address: string | undefined): address is string => /^https?:\/\//.test(address ?? '');

/** The profile of the node itself. */
export const nodeProfile = (settings: NodeSettings): ActorProfile => {
  const { origin, language, operator, license, fictional } = settings;
  const words = actorWords[language];
  const page = `${origin}/`;
  return {
    name: settings.name,
    summary: paragraphs(words.node(settings.area), fictional ? words.fictional : undefined),
    page,
    picture: undefined,
    fields: [
      { name: words.website, value: link(page, 'me') },
      { name: words.operator, value: escapeHtml(operator.name) },
      {
        name: words.licence,
        value: `<a href="${escapeHtml(license)}" rel="license nofollow noopener" target="_blank">${escapeHtml(licenceName(license))}</a>`,
      },
    ],
  };
};

/** The profile of a place, from its document. */
export const placeProfile = (place: Place, settings: NodeSettings, hoursInWords: HoursInWords): ActorProfile => {
  const { origin, language, fictional } = settings;
  const words = actorWords[language];
  const { streetAddress, postalCode, addressLocality } = place.address;
  const town = [postalCode, addressLocality].filter(Boolean).join(' ');
  const hours = hoursInWords(place.openingHours, language);
  const page = place.id.startsWith('/') ? origin + place.id : place.id;
  const description = place.description === undefined ? undefined : inLanguage(place.description, language);
  return {
    name: inLanguage(place.name, language),
    summary: paragraphs(description ?? words.place(settings.name), fictional ? words.fictional : undefined),
    page,
    picture: place.image?.find(isWebAddress),
    fields: [
      { name: words.page, value: link(page, 'me') },
      { name: words.address, value: escapeHtml([streetAddress, town].filter(Boolean).join(', ')) },
      ...(hours === undefined || hours.length === 0
        ? []
        : [{ name: words.hours, value: escapeHtml(hours.join('; ')) }]),
      ...(isWebAddress(place.url) ? [{ name: words.website, value: link(place.url, 'me') }] : []),
      ...(place.telephone === undefined ? [] : [{ name: words.phone, value: escapeHtml(place.telephone) }]),
    ],
  };
};

/** The profile of a place that is not there any more: that it is so, and nothing that could be wrong. */
export const goneProfile = (username: string, page: string, settings: NodeSettings): ActorProfile => ({
  name: username,
  summary: paragraphs(actorWords[settings.language].gone(settings.name)),
  page,
  picture: undefined,
  fields: [],
});
