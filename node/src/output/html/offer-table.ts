import { html } from 'hono/html';
import type { Html } from '../../http/html.ts';
import type { Offer } from '@openstraat/spec';
import { showPriceShortly, showSeenShortly, stockWords } from './offer-values.ts';
import type { PageContext } from './page-context.ts';
import { linkTo } from './parts.ts';

/** A line of a table of offers: whose price and stock it is, or of what. */
export interface OfferLine {
  readonly offer: Offer;
  readonly subject: Html;
}

// The roles say again what the elements are: on narrow screens rows become blocks, and browsers then forget it.
const offerRow = async ({ offer, subject }: OfferLine, context: PageContext): Promise<Html> => {
  const { say } = context;
  return html`<tr role="row">
    <td role="cell" class="subject">${subject}</td>
    <td role="cell" class="price" data-label="${say.price}">${showPriceShortly(offer, context) ?? say.priceUnknown}</td>
    <td role="cell" data-label="${say.availability}">${stockWords(offer, context.language)}</td>
    <td role="cell" class="seen" data-label="${say.seen}">
      ${await showSeenShortly(offer, context)} ${linkTo(offer.id, say.details)}
    </td>
  </tr>`;
};

/** A table of offers: wide in what they are of, narrow in the rest; on narrow screens a block a row. */
export const offerTable = async (heading: string, lines: readonly OfferLine[], context: PageContext): Promise<Html> => {
  const { say } = context;
  const rows = await Promise.all(lines.map((line) => offerRow(line, context)));
  return html`<div class="scroll">
    <table class="offers" role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="subject">${heading}</th>
          <th role="columnheader" scope="col" class="price">${say.price}</th>
          <th role="columnheader" scope="col">${say.availability}</th>
          <th role="columnheader" scope="col">${say.seen}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows}
      </tbody>
    </table>
  </div>`;
};
