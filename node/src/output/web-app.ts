import { Hono } from 'hono';
import { cacheControl } from '../http/cache-control.ts';
import { crossOrigin } from '../http/cross-origin.ts';
import { errorHandler, notFoundHandler } from '../http/error-handler.ts';
import { mediaTypes } from '../http/media-types.ts';
import { createNodeMetrics, type NodeMetrics } from '../http/metrics.ts';
import { searchRateLimit } from '../http/rate-limit.ts';
import { mountRead } from '../http/read-route.ts';
import { requestLimits } from '../http/request-limits.ts';
import { requestLog } from '../http/request-log.ts';
import { respond } from '../http/respond.ts';
import { securityHeaders } from '../http/security-headers.ts';
import { stylesheet, stylesheetPath } from '../http/stylesheet.ts';
import type { Views } from '../project/views.ts';
import type { Search } from '../search/search.ts';
import type { ActivityPubFace } from './activitypub/activity-pub-face.ts';
import { mountActivityPub } from './activitypub/routes.ts';
import type { OutputContext } from './context.ts';
import { mountDescription } from './description/routes.ts';
import { mountDigitalLink } from './digital-link/routes.ts';
import { mountDocuments } from './documents/routes.ts';
import { mountFeed } from './feed/routes.ts';
import { mountFollow } from './follow/routes.ts';
import { createPages, mountAbout, mountLists } from './html/pages.ts';
import { mountMoved } from './moved/lead-on.ts';
import { mountOpenApi } from './openapi/routes.ts';
import { mountOperations } from './operations/routes.ts';
import { mountSearch } from './search/routes.ts';
import { mountSitemap } from './sitemap/routes.ts';

/**
 * Puts every face of the node under its address. Links come from the settings' origin, never from the Host header.
 * @param search answers questions about what is where
 * @param metrics the node's own, where imports are counted too
 * @param activityPub what other servers of the Fediverse speak with; a node without it has no actor
 */
export const createWebApp = (
  output: OutputContext,
  views: Views,
  search: Search,
  metrics: NodeMetrics = createNodeMetrics(output.log),
  activityPub?: ActivityPubFace,
): Hono => {
  const { settings, logger, clock } = output;
  const app = new Hono();
  app.onError(errorHandler(settings, logger));
  app.notFound(notFoundHandler(settings));
  app.use(requestLog(logger, metrics), securityHeaders, crossOrigin, requestLimits(settings));

  mountMoved(app, output);
  const pages = createPages(output, views);
  // Documents and the feed are cacheable and cheap; a search costs work each time.
  const limited = searchRateLimit(settings, clock);
  for (const path of ['/search', '/search/suggest', '/01/*']) app.use(path, limited);
  mountDescription(app, output, (url) => pages.front(url));
  // It goes around the pages of places.
  if (output.remoteFollow !== undefined) mountFollow(app, output, output.remoteFollow, (state) => pages.follow(state));
  mountDocuments(app, output, (entry, url) => pages.thing(entry, url));
  mountLists(app, output, views);
  mountAbout(app, output);
  mountFeed(app, output);
  mountSearch(app, output, search, pages, metrics);
  mountDigitalLink(app, output, { index: views.search, metrics, renderLinks: (links) => pages.links(links) });
  mountOpenApi(app, output, (operations, tried) => pages.api(operations, tried));
  mountSitemap(app, output);
  mountOperations(app, output, metrics);
  if (activityPub !== undefined) mountActivityPub(app, output, activityPub);
  mountRead(app, settings, stylesheetPath, (context) =>
    respond(context, {
      type: mediaTypes.css,
      tag: 'style',
      cacheControl: cacheControl.immutable,
      negotiated: false,
      body: () => stylesheet,
    }),
  );
  return app;
};
