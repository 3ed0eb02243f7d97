import type { Event } from '@openstraat/spec';
import { html } from 'hono/html';
import type { PageContent } from '../../http/page-layout.ts';
import type { PageContext } from './page-context.ts';
import { factList, linkToPlace, pictureLinks, showDescription, showSources } from './parts.ts';
import { chooseText, showAddress, showMoment, showText } from './values.ts';

/** The page of an event. */
export const eventPage = async (event: Event, context: PageContext): Promise<PageContent> => {
  const { say, language } = context;
  const place = await context.read.thing('Place', event.location);
  return {
    title: chooseText(event.name, language).text,
    path: event.id,
    body: html`<h1>${showText(event.name, language)}</h1>
      ${showDescription(event.description, context)}
      ${factList([
        [say.location, await linkToPlace(context, event.location)],
        [say.starts, showMoment(event.startDate, language, place?.timeZone)],
        [say.ends, event.endDate === undefined ? undefined : showMoment(event.endDate, language, place?.timeZone)],
        [say.organizer, event.organizer === undefined ? undefined : showText(event.organizer.name, language)],
        [say.picture, pictureLinks(event.image, context)],
        [say.website, event.url === undefined ? undefined : showAddress(event.url)],
      ])}
      ${await showSources([event.source], context)}`,
  };
};
