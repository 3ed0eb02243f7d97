import type { Context, Hono } from 'hono';
import { cacheControl } from '../../http/cache-control.ts';
import { clientOf } from '../../http/client-address.ts';
import { fingerprint } from '../../http/entity-tag.ts';
import { mediaTypes } from '../../http/media-types.ts';
import { negotiate } from '../../http/negotiate.ts';
import { respondWithProblem } from '../../http/problem-response.ts';
import { mountRead } from '../../http/read-route.ts';
import { respond } from '../../http/respond.ts';
import { Fault } from '../../model/fault.ts';
import type { OutputContext } from '../context.ts';
import type { ActivityPubFace } from './activity-pub-face.ts';
import { icon, iconPath } from './icon.ts';
import { publicRequest } from './public-request.ts';

const documents = [
  '/actors/:identifier',
  '/actors/:identifier/:collection',
  '/posts/:id',
  '/posts/:id/replies',
] as const;
const inboxes = ['/inbox', '/actors/:identifier/inbox'] as const;
const offered = [mediaTypes.activity, mediaTypes.jsonLd, mediaTypes.json, mediaTypes.html] as const;

const notThere = (): Fault => new Fault('not-found', 'Nothing stands at this address.');
const noSuchPage = (): Fault =>
  new Fault(
    'not-found',
    'There is no such page. Leave "cursor" out, and begin with the page that is named as "first".',
  );

/** Mounts what other servers of the Fediverse read, and where they bring activities. */
export const mountActivityPub = (app: Hono, { settings }: OutputContext, face: ActivityPubFace): void => {
  const { origin, authorisedFetch, trustedProxies } = settings;

  const askerOf = (context: Context) => ({ client: clientOf(context, trustedProxies) });

  /** Leads people to the page of what an address speaks for. */
  const showPage = async (context: Context): Promise<Response> => {
    const page = await face.pageAt(new URL(context.req.url).pathname);
    if (page === undefined) throw notThere();
    return context.body(null, 303, {
      Location: page,
      Vary: 'Accept',
      'Cache-Control': cacheControl.moment,
    });
  };

  const read = async (context: Context): Promise<Response> => {
    const type = negotiate(context.req.header('Accept'), offered);
    if (type === undefined)
      throw new Fault('not-acceptable', `This comes as ${mediaTypes.activity}, and people get a page.`);
    if (type === mediaTypes.html) return showPage(context);
    const asSent = publicRequest(context, origin);
    if (!(await face.mayRead(asSent)))
      return respondWithProblem(context, settings, {
        code: 'signature-missing',
        detail: 'Only who signs the request may read this: with draft-cavage-http-signatures-12 or RFC 9421.',
      });
    const found = await face.answer(publicRequest(context, origin, mediaTypes.activity), askerOf(context));
    if (found === undefined) throw context.req.query('cursor') === undefined ? notThere() : noSuchPage();
    const text = await found.text();
    if (found.status !== 200)
      return context.body(text, found.status as 410, {
        'Content-Type': found.headers.get('Content-Type') ?? mediaTypes.activity,
        'Cache-Control': cacheControl.moment,
        Vary: 'Accept',
      });
    return respond(context, {
      type: type === mediaTypes.jsonLd ? mediaTypes.activityLd : mediaTypes.activity,
      tag: `${fingerprint(text)}.${type === mediaTypes.jsonLd ? 'l' : 'a'}`,
      cacheControl: authorisedFetch ? cacheControl.never : cacheControl.moment,
      negotiated: true,
      body: () => text,
    });
  };

  for (const path of inboxes) {
    app.post(path, async (context) => {
      const answer = await face.answer(publicRequest(context, origin), askerOf(context));
      if (answer === undefined) throw notThere();
      const { status, headers } = answer;
      const kept = ['Content-Type', 'Retry-After', 'Accept-Signature', 'Vary'].flatMap((name): [string, string][] => {
        const value = headers.get(name);
        return value === null ? [] : [[name, value]];
      });
      return context.body(await answer.text(), status as 202, {
        'Cache-Control': cacheControl.never,
        ...Object.fromEntries(kept),
      });
    });
    app.all(path, (context) =>
      respondWithProblem(context, settings, {
        code: 'method-not-allowed',
        detail: 'Activities are brought here with POST; nobody can read them.',
        allow: 'POST, OPTIONS',
      }),
    );
  }
  for (const path of documents) mountRead(app, settings, path, read);

  mountRead(app, settings, '/.well-known/webfinger', async (context) => {
    const resource = context.req.query('resource');
    if (resource === undefined || resource === '')
      throw new Fault('bad-request', 'Say in "resource" of whom: acct:name@host, or an address.');
    const descriptor = await face.describeResource(resource);
    if (descriptor === undefined)
      throw new Fault('not-found', 'This account is not one of this node. Check its name and host.');
    return respond(context, {
      type: mediaTypes.jrd,
      cacheControl: cacheControl.minutes,
      negotiated: false,
      body: () => JSON.stringify(descriptor),
    });
  });
  mountRead(app, settings, '/.well-known/nodeinfo', (context) =>
    respond(context, {
      type: mediaTypes.json,
      cacheControl: cacheControl.minutes,
      negotiated: false,
      body: async () => JSON.stringify(await face.nodeInfo.links()),
    }),
  );
  mountRead(app, settings, '/nodeinfo/2.1', (context) =>
    respond(context, {
      type: mediaTypes.nodeInfo,
      cacheControl: cacheControl.minutes,
      negotiated: false,
      body: async () => JSON.stringify(await face.nodeInfo.document()),
    }),
  );
  mountRead(app, settings, iconPath, (context) =>
    respond(context, {
      type: mediaTypes.png,
      tag: 'icon',
      cacheControl: cacheControl.minutes,
      negotiated: false,
      body: icon,
    }),
  );
};
