import { contextPath, contextSha256, contextText, type NodeDescription, thingQuads } from '@openstraat/spec';
import type { Context, Hono } from 'hono';
import { cacheControl } from '../../http/cache-control.ts';
import { fingerprint } from '../../http/entity-tag.ts';
import { contextLink, descriptionPath, link } from '../../http/link.ts';
import { mediaTypes } from '../../http/media-types.ts';
import { leadToActor } from '../../http/lead-to-actor.ts';
import { negotiate, prefersActivity } from '../../http/negotiate.ts';
import { mountRead } from '../../http/read-route.ts';
import { type Representation, respond } from '../../http/respond.ts';
import { software } from '../../http/software.ts';
import { Fault } from '../../model/fault.ts';
import type { OutputContext } from '../context.ts';
import { describeNode, writeDescription } from './describe-node.ts';

const descriptionMediaTypes = [mediaTypes.jsonLd, mediaTypes.json, mediaTypes.nQuads] as const;
const frontMediaTypes = [mediaTypes.html, ...descriptionMediaTypes] as const;

const notAcceptable = (offered: readonly string[]): Fault =>
  new Fault('not-acceptable', `This address answers as ${offered.join(', ')}.`);

/** Makes the front page; `url` is the request's, for paging inside it. */
export type FrontPage = (url: string) => Promise<string>;

/** Mounts the node's description, which is also what programs get at `/`, and the context that all documents name. */
export const mountDescription = (app: Hono, output: OutputContext, renderFront: FrontPage): void => {
  const { log, news, remoteFollow, settings, keys, whereabouts } = output;
  const { origin } = settings;
  const build = fingerprint(software.version, JSON.stringify(settings));

  // Servers of the Fediverse find by it whom a pasted address is of.
  const actorLinks = (): readonly string[] => {
    const actor = remoteFollow?.of('/')?.actor;
    return actor === undefined ? [] : [link(actor, 'alternate', mediaTypes.activity)];
  };

  const representation = (
    type: (typeof descriptionMediaTypes)[number],
    more: readonly string[] = [],
  ): Representation => {
    const description: NodeDescription = describeNode(settings, keys, log.head().epoch, whereabouts);
    const text = writeDescription(description);
    return {
      type,
      tag: `${fingerprint(text)}.${type === mediaTypes.jsonLd ? 'l' : type === mediaTypes.json ? 'j' : 'n'}`,
      cacheControl: cacheControl.moment,
      negotiated: true,
      links: [...more, link(settings.license, 'license'), ...(type === mediaTypes.json ? [contextLink(origin)] : [])],
      body: () => (type === mediaTypes.nQuads ? thingQuads(description) : text),
    };
  };

  mountRead(app, settings, descriptionPath, (context: Context) => {
    const type = negotiate(context.req.header('Accept'), descriptionMediaTypes);
    // A person who follows a link to it reads JSON rather than a refusal.
    const html = negotiate(context.req.header('Accept'), [mediaTypes.html]);
    if (type === undefined && html === undefined) throw notAcceptable(descriptionMediaTypes);
    return respond(context, representation(type ?? mediaTypes.json));
  });

  mountRead(app, settings, '/', async (context: Context) => {
    const accept = context.req.header('Accept');
    const actor = remoteFollow?.of('/')?.actor;
    if (actor !== undefined && prefersActivity(accept, frontMediaTypes)) return leadToActor(context, actor);
    const type = negotiate(accept, frontMediaTypes);
    if (type === undefined) throw notAcceptable(frontMediaTypes);
    if (type !== mediaTypes.html) return respond(context, representation(type, actorLinks()));
    const head = log.head();
    return respond(context, {
      type,
      // What the node says changes its page without any change of the log.
      tag: `${fingerprint(`${head.epoch}.${head.position}`, JSON.stringify([await news?.latest('/')]))}.h.${build}`,
      cacheControl: cacheControl.moment,
      negotiated: true,
      links: [
        ...actorLinks(),
        link(`${origin}/`, 'alternate', mediaTypes.jsonLd),
        link(origin + descriptionPath, 'describedby', mediaTypes.jsonLd),
      ],
      body: () => renderFront(context.req.url),
    });
  });

  mountRead(app, settings, contextPath, (context: Context) =>
    respond(context, {
      type: mediaTypes.jsonLd,
      tag: contextSha256,
      cacheControl: cacheControl.immutable,
      negotiated: false,
      body: () => contextText,
    }),
  );
};
