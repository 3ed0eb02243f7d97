import type { Area } from '@openstraat/spec';
import { html } from 'hono/html';
import type { PageContent } from '../../http/page-layout.ts';
import type { PageContext } from './page-context.ts';
import { factList, showDescription, showSources } from './parts.ts';
import { chooseText, showAddress, showText } from './values.ts';

/** The page of an area. */
export const areaPage = async (area: Area, context: PageContext): Promise<PageContent> => ({
  title: chooseText(area.name, context.language).text,
  path: area.id,
  body: html`<h1>${showText(area.name, context.language)}</h1>
    ${showDescription(area.description, context)}
    ${factList([
      [context.say.municipality, area.municipalityCode],
      [context.say.website, area.url === undefined ? undefined : showAddress(area.url)],
    ])}
    ${await showSources([area.source], context)}`,
});
