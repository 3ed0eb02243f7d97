import { isThingId, kindModels, type Source, type Thing, type ThingId } from '@openstraat/spec';
import type { Context, Hono } from 'hono';
import { cacheControl } from '../../http/cache-control.ts';
import { fingerprint } from '../../http/entity-tag.ts';
import { contextLink, descriptionPath, link } from '../../http/link.ts';
import { mediaTypes } from '../../http/media-types.ts';
import { negotiate, prefersActivity } from '../../http/negotiate.ts';
import { leadToActor } from '../../http/lead-to-actor.ts';
import { mountRead } from '../../http/read-route.ts';
import { respond } from '../../http/respond.ts';
import { software } from '../../http/software.ts';
import type { LogEntry } from '../../log/change-log.ts';
import { movedTo } from '../../log/moved.ts';
import { fromStoredText } from '../../log/stored-text.ts';
import { Fault } from '../../model/fault.ts';
import type { OutputContext } from '../context.ts';
import { documentMediaTypes, writeJsonLd, writeNQuads } from './write-document.ts';

/** A thing that is there. */
export interface LiveEntry extends LogEntry {
  readonly text: string;
}
/** Makes the page of a thing; `url` is the request's, for paging inside it. */
export type ThingPage = (entry: LiveEntry, url: string) => Promise<string>;

const isLive = (entry: LogEntry): entry is LiveEntry => entry.text !== undefined;

const decodePath = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};

/** The id that an address names; readers may write its letters as percent codes. */
const requestedId = (url: string): ThingId => {
  const { pathname } = new URL(url);
  const path = decodePath(pathname);
  if (!isThingId(path)) throw new Fault('not-found', 'Nothing stands at this address.');
  return path;
};

/** Mounts every thing under its own address, as a page, JSON-LD or N-Quads (PROTOCOL 4). */
export const mountDocuments = (app: Hono, output: OutputContext, renderThing: ThingPage): void => {
  const { log, library, news, remoteFollow, settings } = output;
  const { origin } = settings;
  const build = fingerprint(software.version, JSON.stringify(settings));

  const sourceOf = async (data: Thing): Promise<Source | undefined> => {
    const path = 'source' in data ? data.source : data.id;
    if (!isThingId(path)) return undefined;
    const entry = await log.get(path);
    return entry?.text === undefined ? undefined : (fromStoredText(entry.text) as Source);
  };

  const linksOf = async (entry: LiveEntry, chosen: string): Promise<readonly string[]> => {
    const address = origin + entry.id;
    const source = await sourceOf(fromStoredText(entry.text));
    const actor = remoteFollow?.of(entry.id)?.actor;
    return [
      // Servers of the Fediverse find by it whom a pasted address is of.
      ...(actor === undefined ? [] : [link(actor, 'alternate', mediaTypes.activity)]),
      ...documentMediaTypes.filter((type) => type !== chosen).map((type) => link(address, 'alternate', type)),
      link(source?.license ?? settings.license, 'license'),
      link(origin + descriptionPath, 'describedby', mediaTypes.jsonLd),
      ...(chosen === mediaTypes.json ? [contextLink(origin)] : []),
    ];
  };

  const serve = async (context: Context): Promise<Response> => {
    const id = requestedId(context.req.url);
    const type = negotiate(context.req.header('Accept'), documentMediaTypes);
    const entry = await log.get(id);
    if (entry?.text === undefined) {
      const [target] = await movedTo(log, [id]);
      // Browsers keep a 308 for ever unless told otherwise, and a move can be taken back.
      if (target !== undefined)
        return context.body(null, 308, { Location: target, 'Cache-Control': cacheControl.moment });
    }
    if (entry === undefined) throw new Fault('not-found', 'Nothing stands at this address.');
    if (!isLive(entry)) throw new Fault('gone', 'This thing was deleted.');
    const actor = remoteFollow?.of(id)?.actor;
    if (actor !== undefined && prefersActivity(context.req.header('Accept'), documentMediaTypes))
      return leadToActor(context, actor);
    if (type === undefined) throw new Fault('not-acceptable', `Things come as ${documentMediaTypes.join(', ')}.`);
    const links = await linksOf(entry, type);
    const head = log.head();
    // What is said at a place changes its page without any change of the log.
    const said = type === mediaTypes.html && entry.kind === 'Place' ? await news?.latest(id) : undefined;
    return respond(context, {
      type,
      // A page shows other things too, also of other nodes, so any change may change it; a document changes with its thing, or with the licence of its source.
      tag:
        type === mediaTypes.html
          ? `${fingerprint(library.version(), JSON.stringify([remoteFollow?.of(id), said]))}.h.${build}`
          : `${head.epoch}.${entry.position}.${type === mediaTypes.jsonLd ? 'l' : type === mediaTypes.json ? 'j' : 'n'}.${build}`,
      cacheControl: cacheControl.moment,
      negotiated: true,
      links,
      body() {
        if (type === mediaTypes.html) return renderThing(entry, context.req.url);
        return type === mediaTypes.nQuads ? writeNQuads(origin, entry.text) : writeJsonLd(origin, entry.text);
      },
    });
  };

  for (const { path } of Object.values(kindModels)) mountRead(app, settings, `/${path}/:key`, serve);
};
