import { html } from 'hono/html';
import type { NodeSettings } from '../../config/settings.ts';
import type { PageContent } from '../../http/page-layout.ts';
import { linkTo } from './parts.ts';

/** What stands behind a barcode, by type of link. */
export interface ListedLinks {
  readonly itemDescription: string;
  readonly targets: Readonly<
    Record<string, readonly { readonly href: string; readonly title: string; readonly type?: string }[] | undefined>
  >;
}

/** The links of a barcode, for people who asked for all of them. */
export const linksPage = ({ itemDescription, targets }: ListedLinks, settings: NodeSettings): PageContent => {
  const heading = settings.language === 'nl' ? 'Wat er bij deze barcode hoort' : 'What belongs to this barcode';
  return {
    title: itemDescription,
    body: html`<h1>${itemDescription}</h1>
      <h2>${heading}</h2>
      <ul class="plain">
        ${Object.entries(targets).flatMap(([type, found = []]) =>
          found.map(
            ({ href, title, type: form }) =>
              html`<li>
                ${linkTo(href, title)} <span class="quiet">gs1:${type}${form === undefined ? '' : `, ${form}`}</span>
              </li>`,
          ),
        )}
      </ul>`,
  };
};
