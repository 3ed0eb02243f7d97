import { feedPageItemsMax, nextCursor } from '@openstraat/spec';
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
import { cursorPath, readFeedStart, resolveCursor } from './feed-start.ts';
import { feedMediaTypes, writePage } from './write-page.ts';

const chooseType = (context: Context): (typeof feedMediaTypes)[number] => {
  const type = negotiate(context.req.header('Accept'), feedMediaTypes);
  if (type === undefined) throw new Fault('not-acceptable', `The feed comes as ${feedMediaTypes.join(', ')}.`);
  return type;
};

/** Mounts the change feed and its signed head (PROTOCOL 5). */
export const mountFeed = (app: Hono, output: OutputContext): void => {
  const { log, settings } = output;
  const { origin, license } = settings;
  const build = fingerprint(software.version, origin, license);

  const servePage = async (context: Context): Promise<Response> => {
    const type = chooseType(context);
    const start = readFeedStart(context.req.url);
    const { entries, head, more } = await log.page(start.after, feedPageItemsMax);
    const cursor = resolveCursor(start, head);
    const last = entries.at(-1)?.position ?? cursor.after;
    // A reader beyond the head is not at it: its page says nothing of the head, and never changes.
    const isBeyond = cursor.after > head.position;
    // An empty page is the head, and names itself as the next: RPDE readers poll it from there.
    const next = entries.length === 0 ? start.path : cursorPath(nextCursor(cursor, last, head, !more));
    const state = [
      cursor.epoch,
      cursor.after,
      cursor.walkHead,
      last,
      entries.length,
      more ? 'more' : isBeyond ? 'beyond' : head.position,
    ];
    return respond(context, {
      type,
      tag: [...state, type === mediaTypes.json ? 'j' : type === mediaTypes.jsonLd ? 'l' : 'n', start.by, build].join(
        '.',
      ),
      cacheControl: more ? cacheControl.fullFeedPage : cacheControl.moment,
      negotiated: true,
      links: type === mediaTypes.json ? [contextLink(origin)] : [],
      async body() {
        return writePage(
          type,
          {
            origin,
            license,
            epoch: head.epoch,
            self: origin + start.path,
            next: origin + next,
            ...(more ? { moreAfter: last } : {}),
            ...(more || isBeyond ? {} : { checkpoint: await output.checkpointFor(head) }),
          },
          entries,
        );
      },
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
