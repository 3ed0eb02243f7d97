import type { Place, Source } from '@openstraat/spec';
import { html } from 'hono/html';
import type { Html } from '../../http/html.ts';
import { licenceName } from '../../http/licence-name.ts';
import { openingHoursWords } from './opening-hours-words.ts';
import type { PageContext } from './page-context.ts';
import { safeAddress, showAddress, showDay, showText, type StatedText } from './values.ts';

/** A label and what stands behind it; facts that are not known are left out. */
export type Fact = readonly [label: string, value: Html | string | undefined];

/** A list of facts. */
export const factList = (facts: readonly Fact[]): Html =>
  html`<dl class="facts">
    ${facts.map(([label, value]) =>
      value === undefined
        ? ''
        : html`<dt>${label}</dt>
            <dd>${value}</dd>`,
    )}
  </dl>`;

/** A link to a thing of this node, or of another. */
export const linkTo = (address: string, text: Html | string): Html => {
  const safe = address.startsWith('/') && !address.startsWith('//') ? address : safeAddress(address);
  return safe === undefined ? html`${text}` : html`<a href="${safe}">${text}</a>`;
};

/** A link to what an address names, with the name when the thing is here. */
export const linkToPlace = async (context: PageContext, address: string): Promise<Html> => {
  const place = await context.read.thing('Place', address);
  return linkTo(address, place === undefined ? address : showText(place.name, context.language));
};

/** Several links on a line each. */
export const linkList = (addresses: readonly string[] | undefined): Html | undefined =>
  addresses === undefined
    ? undefined
    : html`<ul>
        ${addresses.map((address) => html`<li>${showAddress(address)}</li>`)}
      </ul>`;

/** A postal address on a line. */
export const showAddressLine = (address: Place['address']): Html => {
  const town = [address.postalCode, address.addressLocality].filter((part) => part !== undefined).join(' ');
  return html`${[address.streetAddress, town, address.addressCountry === 'NL' ? undefined : address.addressCountry].filter((part) => part !== undefined).join(', ')}`;
};

/** Opening hours, a line a rule, or that nobody has said. */
export const showOpeningHours = (openingHours: string, context: PageContext): Html => {
  const rules = openingHoursWords(openingHours, context.language);
  if (rules === undefined) return html`${context.say.hoursUnknown}`;
  return rules.length === 1
    ? html`${rules[0]}`
    : html`<ul>
        ${rules.map((rule) => html`<li>${rule}</li>`)}
      </ul>`;
};

/** Days on which a place is closed, with the reason. */
export const showClosures = (place: Place, context: PageContext): Html | undefined =>
  place.specialOpeningHoursSpecification === undefined
    ? undefined
    : html`<ul>
        ${place.specialOpeningHoursSpecification.map(
          (closure) =>
            html`<li>
              ${showDay(closure.validFrom, context.language)} ${context.say.through}
              ${showDay(closure.validThrough, context.language)}${
                closure.description === undefined ? '' : html`: ${showText(closure.description, context.language)}`
              }
            </li>`,
        )}
      </ul>`;

/** A description, its lines kept apart. */
export const showDescription = (description: StatedText | undefined, context: PageContext): Html | '' =>
  description === undefined ? '' : html`<p>${showText(description, context.language)}</p>`;

/** A picture as a link: showing it would make every reader call on another site. */
export const pictureLinks = (
  images: readonly string[] | string | undefined,
  context: PageContext,
): Html | undefined => {
  if (images === undefined) return undefined;
  const addresses = typeof images === 'string' ? [images] : images;
  return html`${addresses.map((address, index) => html`${index > 0 ? ', ' : ''}${linkTo(address, `${context.say.picture} ${index + 1}`)}`)}`;
};

/** A licence by its short name, with a link to what it says. */
export const showLicence = (address: string): Html => {
  const safe = safeAddress(address);
  const name = licenceName(address);
  return safe === undefined ? html`${name}` : html`<a href="${safe}" rel="license noopener">${name}</a>`;
};

/** What a thing belongs to, for people: the last step of a path, and no number that means something to a till alone. */
export const readableCategory = (category: string | undefined): string | undefined =>
  category
    ?.split('>')
    .map((step) => step.trim())
    .findLast((step) => !/^[\d\s.,;/-]*$/.test(step));

const sourceLine = (source: Source, context: PageContext): Html =>
  html`${linkTo(source.id, showText(source.name, context.language))}: ${source.attribution}, ${context.say.under}
  ${showLicence(source.license)}`;

/** Whom to name for what a page shows, and under which licence it may be used (PROTOCOL 3: licence). */
export const showSources = async (addresses: Iterable<string>, context: PageContext): Promise<Html | ''> => {
  const sources = await Promise.all([...new Set(addresses)].map((address) => context.read.thing('Source', address)));
  const known = sources.filter((source) => source !== undefined);
  if (known.length === 0) return '';
  return html`<section class="quiet">
    <h2>${context.say.statedBy}</h2>
    <ul class="plain">
      ${known.map((source) => html`<li>${sourceLine(source, context)}</li>`)}
    </ul>
  </section>`;
};

/** A link to the next page of a list. */
export const nextPage = (
  path: string,
  name: string,
  value: string | number | undefined,
  context: PageContext,
  /** What the list is of, where a page has several. */
  list?: string,
): Html | '' => {
  const words = list === undefined ? context.say.next : `${list}: ${context.say.next.toLowerCase()}`;
  return value === undefined
    ? ''
    : html`<nav class="pages" aria-label="${words}">
        <a rel="next" href="${path}?${name}=${encodeURIComponent(value)}">${words}</a>
      </nav>`;
};
