import type { Product, ThingId } from '@openstraat/spec';
import { html } from 'hono/html';
import type { Html } from '../../http/html.ts';
import type { PageContent } from '../../http/page-layout.ts';
import { readQuery } from '../../http/query.ts';
import { printedBarcode } from './barcode.ts';
import { offerTable } from './offer-table.ts';
import { offersElsewhere } from './offers-elsewhere.ts';
import type { PageContext } from './page-context.ts';
import {
  factList,
  linkTo,
  linkToPlace,
  nextPage,
  pictureLinks,
  readableCategory,
  showDescription,
  showSources,
} from './parts.ts';
import { productTitle, showProductName } from './product-name.ts';
import { offersOfProduct } from './related-things.ts';
import { showAddress, showText } from './values.ts';

type Details = Pick<Product, 'brand' | 'category' | 'color' | 'energyLabel' | 'image' | 'isVariantOf' | 'size' | 'url'>;

const detailFacts = (details: Details, context: PageContext): Parameters<typeof factList>[0] => {
  const { say, language } = context;
  return [
    [say.brand, details.brand === undefined ? undefined : showText(details.brand.name, language)],
    [say.category, readableCategory(details.category)],
    [say.size, details.size],
    [say.colour, details.color],
    [say.energyLabel, details.energyLabel],
    [say.picture, pictureLinks(details.image, context)],
    [say.website, details.url === undefined ? undefined : showAddress(details.url)],
  ];
};

const offersSection = async (product: ThingId, context: PageContext, sources: Set<string>): Promise<Html> => {
  const { say } = context;
  const { after } = readQuery(context.url, ['after'], 'ignored');
  const page = await offersOfProduct(context.log, product, after);
  const offers = (await Promise.all(page.ids.map((id) => context.read.thing('Offer', id)))).filter(
    (offer) => offer !== undefined,
  );
  for (const { source } of offers) sources.add(source);
  if (offers.length === 0)
    return html`<section>
      <h2>${say.soldAt}</h2>
      <p>${say.nowhere}</p>
    </section>`;
  const lines = await Promise.all(
    offers.map(async (offer) => ({ offer, subject: await linkToPlace(context, offer.availableAtOrFrom) })),
  );
  return html`<section>
    <h2>${say.soldAt}</h2>
    ${await offerTable(say.place, lines, context)} ${nextPage(product, 'after', page.next, context)}
  </section>`;
};

const statementsSection = async (product: Product, context: PageContext): Promise<Html | ''> => {
  if (product.statement === undefined) return '';
  const statements = await Promise.all(
    product.statement.map(async (statement) => {
      const source = await context.read.thing('Source', statement.source);
      return html`<section>
        <h3>
          ${linkTo(statement.source, source === undefined ? statement.source : showText(source.name, context.language))}
        </h3>
        ${statement.name === undefined ? '' : html`<p>${showText(statement.name, context.language)}</p>`}
        ${showDescription(statement.description, context)}${factList(detailFacts(statement, context))}
      </section>`;
    }),
  );
  return html`<section>
    <h2>${context.say.otherSources}</h2>
    ${statements}
  </section>`;
};

/** The page of a product: what it is, where it is to be had, and who says so. */
export const productPage = async (product: Product, context: PageContext): Promise<PageContent> => {
  const { say } = context;
  const id = product.id as ThingId;
  const sources = new Set([product.source, ...(product.statement ?? []).map(({ source }) => source)]);
  const offers = await offersSection(id, context, sources);
  const elsewhere = await offersElsewhere(product.gtin, context, sources);
  return {
    title: productTitle(product, context),
    path: id,
    body: html`<h1>${showProductName(product, context)}</h1>
      ${showDescription(product.description, context)}
      ${factList([[say.barcode, product.gtin === undefined ? undefined : printedBarcode(product.gtin)], [say.code, product.sku], ...detailFacts(product, context)])}
      ${offers} ${elsewhere} ${await statementsSection(product, context)} ${await showSources(sources, context)}`,
  };
};
