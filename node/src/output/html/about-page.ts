import { html } from 'hono/html';
import type { NodeSettings } from '../../config/settings.ts';
import type { Html } from '../../http/html.ts';
import type { PageContent } from '../../http/page-layout.ts';
import type { FollowedNeighbour, Neighbour } from '../neighbours.ts';
import type { Followable } from '../remote-follow.ts';
import { followSection } from './follow-place.ts';
import { pageLimits } from './limits.ts';
import { factList, linkTo, showLicence } from './parts.ts';

const words = {
  nl: {
    title: 'Over deze site',
    lead: 'Wat er te koop, te doen en te halen is in',
    byWhom:
      'Winkels en anderen die hier iets aanbieden geven zelf op wat zij hebben; bij elke winkel en elk product staat van wie de gegevens komen.',
    promise:
      'Niemand kan voor een plaats in de resultaten betalen. Deze site zet geen cookies en onthoudt niet wat u zoekt.',
    ranking: 'Zo zoeken wij',
    area: 'Gebied',
    runBy: 'Beheerd door',
    contact: 'Contact',
    license: 'Licentie',
    following: 'Wat hier ook te vinden is',
    followingSays:
      'Bij het zoeken vindt u hier ook wat deze sites hebben. Zij staan in voor hun eigen gegevens, en elk resultaat leidt naar hun eigen pagina.',
    alone: 'Deze site laat alleen zien wat er in het eigen gebied is.',
    followers: 'Waar dit ook te vinden is',
    followersSays: 'Deze sites volgen deze site, en laten zien wat hier is.',
    notFollowed: 'Er is nog geen andere site die deze volgt.',
    things: 'gegevens',
    more: 'en nog',
  },
  en: {
    title: 'About this site',
    lead: 'What there is to buy, to do and to collect in',
    byWhom:
      'Shops and others who offer something here say themselves what they have; with each shop and each product stands whose data it is.',
    promise:
      'Nobody can pay for a place in the results. This site sets no cookies and does not remember what you search for.',
    ranking: 'How we search',
    area: 'Area',
    runBy: 'Run by',
    contact: 'Contact',
    license: 'Licence',
    following: 'What can be found here too',
    followingSays:
      'A search here also finds what these sites have. They answer for their own data, and each result leads to their own page.',
    alone: 'This site shows only what its own area has.',
    followers: 'Where this can be found too',
    followersSays: 'These sites follow this one, and show what is here.',
    notFollowed: 'No other site follows this one yet.',
    things: 'records',
    more: 'and another',
  },
} as const;

/** The nodes around this one, as the page about it shows them. */
export interface ShownNeighbours {
  readonly following: readonly FollowedNeighbour[];
  readonly followers: readonly Neighbour[];
}

const nodeLine = ({ name, origin }: Neighbour, beside: string): Html =>
  html`<li>
    ${linkTo(`${origin}/`, name)}
    <span class="quiet">${[new URL(origin).host, beside].filter((part) => part !== '').join(', ')}</span>
  </li>`;

/** Whoever likes can follow: what they call themselves is shown, and linked to, where this node follows them too. */
const followerLine = ({ origin }: Neighbour, following: readonly Neighbour[]): Html => {
  const known = following.find((node) => node.origin === origin);
  return known === undefined ? html`<li>${new URL(origin).host}</li>` : nodeLine(known, '');
};

const section = (heading: string, says: string, lines: readonly Html[]): Html =>
  html`<section>
    <h2>${heading}</h2>
    <p>${says}</p>
    ${
      lines.length === 0
        ? ''
        : html`<ul class="plain">
            ${lines}
          </ul>`
    }
  </section>`;

const contactLink = (contact: string): Html =>
  /^[^\s@]+@[^\s@]+$/.test(contact) ? html`<a href="mailto:${contact}">${contact}</a>` : linkTo(contact, contact);

/** What the site shows and promises, who runs it, how to follow it, whom it follows, and which nodes follow it. */
export const aboutPage = (
  { following, followers }: ShownNeighbours,
  settings: NodeSettings,
  followable?: Followable,
): PageContent => {
  const { name, area, operator, license, language } = settings;
  const say = words[language];
  const count = new Intl.NumberFormat(language);
  const named = followers.slice(0, pageLimits.followersNamed);
  const unnamed = followers.length - named.length;
  return {
    title: say.title,
    path: '/about',
    body: html`<h1>${name}</h1>
      <p class="lead">${say.lead} ${area}.</p>
      <p>${say.byWhom} ${say.promise} ${linkTo('/ranking', say.ranking)}.</p>
      ${factList([
        [say.area, area],
        [say.runBy, operator.name],
        [say.contact, contactLink(operator.contact)],
        [say.license, showLicence(license)],
      ])}
      ${followable === undefined ? '' : followSection(followable, '/', language)}
      ${section(
        say.following,
        following.length === 0 ? say.alone : say.followingSays,
        following.map((node) => nodeLine(node, `${count.format(node.things)} ${say.things}`)),
      )}
      ${section(say.followers, followers.length === 0 ? say.notFollowed : say.followersSays, [
        ...named.map((node) => followerLine(node, following)),
        ...(unnamed === 0 ? [] : [html`<li class="quiet">${say.more} ${count.format(unnamed)}</li>`]),
      ])}`,
  };
};
