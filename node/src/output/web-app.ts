import { Hono } from 'hono';
import { cacheControl } from '../http/cache-control.ts';
import { crossOrigin } from '../http/cross-origin.ts';
import { errorHandler, notFoundHandler } from '../http/error-handler.ts';
import { mediaTypes } from '../http/media-types.ts';
import { createNodeMetrics, type NodeMetrics } from '../http/metrics.ts';
import { mountRead } from '../http/read-route.ts';
import { requestLimits } from '../http/request-limits.ts';
import { requestLog } from '../http/request-log.ts';
import { respond } from '../http/respond.ts';
import { securityHeaders } from '../http/security-headers.ts';
import { stylesheet, stylesheetPath } from '../http/stylesheet.ts';
import type { Views } from '../project/views.ts';
import type { OutputContext } from './context.ts';
import { mountDescription } from './description/routes.ts';
import { mountDocuments } from './documents/routes.ts';
import { mountFeed } from './feed/routes.ts';
import { createPages, mountLists } from './html/pages.ts';
import { mountOperations } from './operations/routes.ts';
import { mountSitemap } from './sitemap/routes.ts';

/**
 * Puts every face of the node under its address. Links come from the settings' origin, never from the Host header.
 * @param metrics the node's own, where imports are counted too
 */
export const createWebApp = (
  output: OutputContext,
  views: Views,
  metrics: NodeMetrics = createNodeMetrics(output.log),
): Hono => {
  const { settings, logger } = output;
  const app = new Hono();
  app.onError(errorHandler(settings, logger));
  app.notFound(notFoundHandler(settings));
  app.use(requestLog(logger, metrics), securityHeaders, crossOrigin, requestLimits(settings));

  const pages = createPages(output, views);
  mountDescription(app, output, (url) => pages.front(url));
  mountDocuments(app, output, (entry, url) => pages.thing(entry, url));
  mountLists(app, output);
  mountFeed(app, output);
  mountSitemap(app, output);
  mountOperations(app, output, metrics);
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
