import type { Context, Hono } from 'hono';
import { cacheControl } from '../../http/cache-control.ts';
import { fingerprint } from '../../http/entity-tag.ts';
import { contextLink } from '../../http/link.ts';
import { mediaTypes } from '../../http/media-types.ts';
import { negotiate } from '../../http/negotiate.ts';
import { readQuery } from '../../http/query.ts';
import { mountRead } from '../../http/read-route.ts';
import { respond } from '../../http/respond.ts';
import { software } from '../../http/software.ts';
import { Fault } from '../../model/fault.ts';
import type { OutputContext } from '../context.ts';
import { readFeedStart } from './feed-start.ts';
import { createPageMaker } from './make-page.ts';
import { createPagesAhead } from './pages-ahead.ts';
import { type FeedMediaType, feedMediaTypes } from './write-page.ts';

const chooseType = (context: Context): FeedMediaType => {
  const type = negotiate(context.req.header('Accept'), feedMediaTypes);
  if (type === undefined) throw new Fault('not-acceptable', `The feed comes as ${feedMediaTypes.join(', ')}.`);
  return type;
};

/** Mounts the change feed and its signed head (PROTOCOL 5). */
export const mountFeed = (app: Hono, output: OutputContext): void => {
  const { log, settings, clock } = output;
  const { origin, license } = settings;
  const build = fingerprint(software.version, origin, license);
  const makePage = createPageMaker(output);
  const ahead = createPagesAhead(makePage, () => log.head(), clock);

  const servePage = async (context: Context): Promise<Response> => {
    const type = chooseType(context);
    const start = readFeedStart(context.req.url);
    const page = (await ahead.take(start, type)) ?? (await makePage(start, type));
    // Who has followed `next` once will follow it again.
    if (page.goesOn !== undefined && start.by === 'cursor') ahead.prepare(page.goesOn, type);
    return respond(context, {
      type,
      tag: page.tag,
      cacheControl: page.goesOn === undefined ? cacheControl.moment : cacheControl.fullFeedPage,
      negotiated: true,
      links: type === mediaTypes.json ? [contextLink(origin)] : [],
      body: () => page.body(),
    });
  };

  const serveCheckpoint = async (context: Context): Promise<Response> => {
    readQuery(context.req.url, [], 'refused');
    const head = log.head();
    return respond(context, {
      type: mediaTypes.json,
      tag: `${head.epoch}.${head.position}.c.${build}`,
      cacheControl: cacheControl.moment,
      negotiated: false,
      async body() {
        return JSON.stringify(await output.checkpointFor(head));
      },
    });
  };

  mountRead(app, settings, '/feed', servePage);
  mountRead(app, settings, '/feed/checkpoint', serveCheckpoint);
};
