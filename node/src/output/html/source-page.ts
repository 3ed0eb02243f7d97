import type { Source } from '@openstraat/spec';
import { html } from 'hono/html';
import type { PageContent } from '../../http/page-layout.ts';
import { pageLimits } from './limits.ts';
import type { PageContext } from './page-context.ts';
import { factList, linkToPlace, showDescription, showLicence } from './parts.ts';
import { chooseText, showMoment, showText } from './values.ts';

/** The page of a source: whose data these are, and how fresh. */
export const sourcePage = async (source: Source, context: PageContext): Promise<PageContent> => {
  const { say, language } = context;
  const more = Math.max(0, (source.place?.length ?? 0) - pageLimits.thingsAtPlace);
  const places = await Promise.all(
    (source.place ?? []).slice(0, pageLimits.thingsAtPlace).map((address) => linkToPlace(context, address)),
  );
  return {
    title: chooseText(source.name, language).text,
    path: source.id,
    body: html`<h1>${showText(source.name, language)}</h1>
      ${showDescription(source.description, context)}
      ${factList([
        [say.statedBy, source.attribution],
        [say.license, showLicence(source.license)],
        [
          say.lastDelivery,
          source.lastCompleteDelivery === undefined ? undefined : showMoment(source.lastCompleteDelivery, language),
        ],
        [say.schedule, source.schedule],
        [say.format, source.format],
        [
          say.places,
          places.length === 0
            ? undefined
            : html`<ul>
                ${places.map((place) => html`<li>${place}</li>`)}
                ${more === 0 ? '' : html`<li>${say.others} ${more}</li>`}
              </ul>`,
        ],
      ])}`,
  };
};
