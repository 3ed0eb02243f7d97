import { kindModels } from '@openstraat/spec';
import type { Context, Hono } from 'hono';
import { cacheControl } from '../../http/cache-control.ts';
import { mediaTypes } from '../../http/media-types.ts';
import { negotiate } from '../../http/negotiate.ts';
import type { OutputContext } from '../context.ts';

/** What people and search engines look at. Documents lead on one by one; what readers and other servers need stays. */
const movedPaths: readonly string[] = [
  '/search',
  '/search/suggest',
  '/01/*',
  '/about',
  '/follow',
  '/ranking',
  '/sitemap.xml',
  '/sitemap/*',
  ...Object.values(kindModels).map(({ path }) => `/${path}`),
];

const frontTypes = [mediaTypes.html, mediaTypes.jsonLd, mediaTypes.json, mediaTypes.nQuads] as const;

const leadOn = (context: Context, to: string): Response => {
  const { pathname, search } = new URL(context.req.url);
  // Browsers keep a 308 for ever unless told otherwise, and a move can be taken back.
  return context.body(null, 308, { Location: to + pathname + search, 'Cache-Control': cacheControl.moment });
};

/** Leads to the same path at the new address once the whole node has moved. */
export const mountMoved = (app: Hono, { whereabouts }: Pick<OutputContext, 'whereabouts'>): void => {
  for (const path of movedPaths)
    app.use(path, async (context, next) => {
      const to = whereabouts?.movedTo();
      return to === undefined ? next() : leadOn(context, to);
    });
  app.use('/', async (context, next) => {
    const to = whereabouts?.movedTo();
    // Programs get the description here, which says where the node went.
    if (to === undefined || negotiate(context.req.header('Accept'), frontTypes) !== mediaTypes.html) return next();
    context.header('Vary', 'Accept');
    return leadOn(context, to);
  });
};
