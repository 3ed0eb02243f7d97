import type { Gtin, Offer } from '@openstraat/spec';
import { html } from 'hono/html';
import type { Html } from '../../http/html.ts';
import { originOfIri } from '../../project/library.ts';
import type { SearchView } from '../../project/search-index/search-view.ts';
import { pageLimits } from './limits.ts';
import { offerTable } from './offer-table.ts';
import type { PageContext } from './page-context.ts';
import { linkTo, linkToPlace } from './parts.ts';

/** Ids of the offers of a barcode at other nodes, node by node. */
const idsElsewhere = (view: SearchView, gtin: Gtin): readonly string[] => {
  const ids: string[] = [];
  for (const product of view.productsByGtin(gtin))
    if (view.subjects.origin[product] !== 0) view.forOffersOf(product, (offer) => ids.push(view.offerId(offer)));
  return ids.toSorted();
};

const isThere = (offer: Offer | undefined): offer is Offer => offer !== undefined;

const subjectOf = async ({ id, availableAtOrFrom }: Offer, context: PageContext): Promise<Html> => {
  const place = await linkToPlace(context, availableAtOrFrom);
  const origin = originOfIri(id);
  if (origin === undefined) return place;
  return html`${place}<br /><span class="quiet"
      >${context.say.accordingTo} ${linkTo(`${origin}/`, context.nodeName(origin))}</span
    >`;
};

/**
 * Where other nodes say that a barcode is to be had: each line leads to them.
 * @param sources those of the offers shown are added
 */
export const offersElsewhere = async (
  gtin: string | undefined,
  context: PageContext,
  sources: Set<string>,
): Promise<Html | ''> => {
  const { say, found } = context;
  if (gtin === undefined || found === undefined) return '';
  const ids = idsElsewhere(found, gtin as Gtin);
  const shown = ids.slice(0, pageLimits.offersElsewhere);
  const offers = (await Promise.all(shown.map((id) => context.read.thing('Offer', id)))).filter(isThere);
  if (offers.length === 0) return '';
  for (const { source } of offers) sources.add(source);
  const lines = await Promise.all(offers.map(async (offer) => ({ offer, subject: await subjectOf(offer, context) })));
  return html`<section>
    <h2>${say.elsewhere}</h2>
    ${await offerTable(say.place, lines, context)}
    ${ids.length > shown.length ? html`<p>${linkTo(`/search?gtin=${gtin}`, say.searchNearer)}</p>` : ''}
  </section>`;
};
