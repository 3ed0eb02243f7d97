import { type Kind, kindModels, schemaOrg, type SearchRanking, type Thing, type ThingData } from '@openstraat/spec';
import type { Context, Hono } from 'hono';
import { cacheControl } from '../../http/cache-control.ts';
import { fingerprint } from '../../http/entity-tag.ts';
import { mediaTypes } from '../../http/media-types.ts';
import { negotiate } from '../../http/negotiate.ts';
import { type PageContent, renderPage } from '../../http/page-layout.ts';
import { mountRead } from '../../http/read-route.ts';
import { respond } from '../../http/respond.ts';
import { software } from '../../http/software.ts';
import type { LogEntry } from '../../log/change-log.ts';
import { withOrigin } from '../../log/stored-text.ts';
import { Fault } from '../../model/fault.ts';
import { readThing } from '../../project/read-thing.ts';
import type { Views } from '../../project/views.ts';
import type { OutputContext } from '../context.ts';
import { noNews } from '../news.ts';
import { aboutPage } from './about-page.ts';
import { apiPage, type ShownOperation, type ShownTrial } from './api-page.ts';
import { areaPage } from './area-page.ts';
import { eventPage } from './event-page.ts';
import { followPage, type FollowState } from './follow-place.ts';
import { frontPage } from './front-page.ts';
import { type ListedLinks, linksPage } from './links-page.ts';
import { listPage } from './list-page.ts';
import { offerPage } from './offer-page.ts';
import type { PageContext } from './page-context.ts';
import { createPageReader } from './page-reader.ts';
import { parcelPointPage } from './parcel-point-page.ts';
import { placePage } from './place-page.ts';
import { productPage } from './product-page.ts';
import { rankingPage } from './search/ranking-page.ts';
import { searchPage, type SearchPageState } from './search/search-page.ts';
import { servicePage } from './service-page.ts';
import { sourcePage } from './source-page.ts';
import { wordsOf } from './words.ts';

type AnyPage = (thing: Thing, context: PageContext) => Promise<PageContent>;

const page =
  <K extends Kind>(_kind: K, make: (thing: ThingData[K], context: PageContext) => Promise<PageContent>): AnyPage =>
  (thing, context) =>
    make(thing as ThingData[K], context);

const pageOfKind: Readonly<Record<Kind, AnyPage>> = {
  Source: page('Source', sourcePage),
  Area: page('Area', areaPage),
  Place: page('Place', placePage),
  ParcelPoint: page('ParcelPoint', parcelPointPage),
  Product: page('Product', productPage),
  Offer: page('Offer', offerPage),
  Service: page('Service', servicePage),
  Event: page('Event', eventPage),
};

/** The pages that a person sees. */
export interface Pages {
  thing(entry: LogEntry & { readonly text: string }, url: string): Promise<string>;
  front(url: string): Promise<string>;
  search(state: SearchPageState): Promise<string>;
  ranking(ranking: SearchRanking): Promise<string>;
  links(links: ListedLinks): Promise<string>;
  api(operations: readonly ShownOperation[], tried: ShownTrial | undefined): Promise<string>;
  follow(state: FollowState): Promise<string>;
}

const contextFor = (
  { log, library, neighbours, news, remoteFollow, settings }: OutputContext,
  { search }: Pick<Views, 'search'>,
  url: string,
): PageContext => ({
  settings,
  language: settings.language,
  say: wordsOf[settings.language],
  log,
  read: createPageReader(library),
  found: search.ready ? search.view() : undefined,
  nodeName: (origin) => neighbours.nameOf(origin) ?? new URL(origin).host,
  remoteFollow,
  news: news ?? noNews,
  url,
});

/** Makes the pages of a node; who mounts them decides at which addresses. */
export const createPages = (output: OutputContext, views: Views): Pages => {
  const { log, settings } = output;
  return {
    async thing({ kind, position, text }, url) {
      const content = await pageOfKind[kind](readThing({ kind, position, text }), contextFor(output, views, url));
      const absolute = JSON.parse(withOrigin(text, settings.origin)) as Thing;
      return renderPage(settings, { ...content, structuredData: JSON.stringify(schemaOrg(absolute)) });
    },
    async front(url) {
      await views.places.follow(log);
      return renderPage(settings, await frontPage(views.places.all(), contextFor(output, views, url)));
    },
    search: (state) => renderPage(settings, searchPage(state, settings)),
    ranking: (ranking) => renderPage(settings, rankingPage(ranking, settings)),
    api: (operations, tried) => renderPage(settings, apiPage(operations, tried, settings)),
    links: (links) => renderPage(settings, linksPage(links, settings)),
    follow: (state) => renderPage(settings, followPage(state, settings.language)),
  };
};

/** Mounts the list of each kind. */
export const mountLists = (app: Hono, output: OutputContext, views: Views): void => {
  const { library, settings } = output;
  const build = fingerprint(software.version, JSON.stringify(settings));
  for (const { name, path } of Object.values(kindModels))
    mountRead(app, settings, `/${path}`, (context: Context) => {
      const type = negotiate(context.req.header('Accept'), [mediaTypes.html]);
      if (type === undefined) throw new Fault('not-acceptable', 'Lists are pages; programs take the feed, at /feed.');
      return respond(context, {
        type,
        tag: `${fingerprint(library.version())}.h.${build}`,
        cacheControl: cacheControl.moment,
        negotiated: true,
        body: async () => renderPage(settings, await listPage(name, contextFor(output, views, context.req.url))),
      });
    });
};

/** Mounts the page that says who runs the node, and which other nodes it works with. */
export const mountAbout = (app: Hono, output: OutputContext): void => {
  const { settings, neighbours, remoteFollow } = output;
  mountRead(app, settings, '/about', async (context: Context) => {
    const type = negotiate(context.req.header('Accept'), [mediaTypes.html]);
    if (type === undefined)
      throw new Fault('not-acceptable', 'This is a page; programs take the description, at /.well-known/openstraat.');
    const [following, followers] = await Promise.all([neighbours.following(), neighbours.followers()]);
    const body = await renderPage(settings, aboutPage({ following, followers }, settings, remoteFollow?.of('/')));
    return respond(context, {
      type,
      tag: `${fingerprint(body)}.h`,
      cacheControl: cacheControl.moment,
      negotiated: true,
      body: () => body,
    });
  });
};
