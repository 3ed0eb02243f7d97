import type { Service } from '@openstraat/spec';
import { html } from 'hono/html';
import type { PageContent } from '../../http/page-layout.ts';
import type { PageContext } from './page-context.ts';
import { factList, linkToPlace, pictureLinks, showDescription, showSources } from './parts.ts';
import { chooseText, formatDuration, formatMoney, showAddress, showText } from './values.ts';

/** The page of a service. */
export const servicePage = async (service: Service, context: PageContext): Promise<PageContent> => {
  const { say, language } = context;
  const { price, priceCurrency, duration, bookingUrl } = service;
  return {
    title: chooseText(service.name, language).text,
    path: service.id,
    body: html`<h1>${showText(service.name, language)}</h1>
      ${showDescription(service.description, context)}
      ${factList([
        [say.provider, await linkToPlace(context, service.provider)],
        [
          say.price,
          price === undefined || priceCurrency === undefined ? undefined : formatMoney(price, priceCurrency, language),
        ],
        [say.duration, duration === undefined ? undefined : formatDuration(duration, language)],
        [say.book, bookingUrl === undefined ? undefined : showAddress(bookingUrl)],
        [say.picture, pictureLinks(service.image, context)],
        [say.website, service.url === undefined ? undefined : showAddress(service.url)],
      ])}
      ${await showSources([service.source], context)}`,
  };
};
