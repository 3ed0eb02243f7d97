import type { SearchAnswer } from '@openstraat/spec';
import { html } from 'hono/html';
import type { NodeSettings } from '../../../config/settings.ts';
import type { Html } from '../../../http/html.ts';
import { printedBarcode } from '../barcode.ts';
import { linkTo } from '../parts.ts';
import { showText } from '../values.ts';
import { localAddress, showNearness, showSeenAt } from './result-values.ts';
import { searchWordsOf } from './search-words.ts';

/** What is listed and sold out: that nobody has it in their data would be untrue. */
export const soldOutPart = ({ results }: SearchAnswer, { language, origin }: NodeSettings): Html => {
  const say = searchWordsOf[language];
  const products = results.filter((result) => result.type === 'product');
  return html`<section>
    <h2>${say.soldOutAt}</h2>
    <p>${say.soldOutSays}:</p>
    <ul>
      ${products.map(({ id, gtin, name, offers }) => {
        const title = name === undefined ? (gtin === undefined ? id : printedBarcode(gtin)) : showText(name, language);
        return html`<li>
          ${linkTo(localAddress(id, origin), title)}:
          ${offers.map(
            (offer, at) =>
              html`${at === 0 ? '' : ', '}${linkTo(localAddress(offer.place.id, origin), showText(offer.place.name, language))}
                <span class="quiet"
                  >(${[showNearness(offer, language), showSeenAt(offer, language)]
                    .filter((part) => part !== undefined)
                    .map((part, index) => html`${index === 0 ? '' : ', '}${part}`)})</span
                >`,
          )}
        </li>`;
      })}
    </ul>
  </section>`;
};
