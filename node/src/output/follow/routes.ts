import { isThingId } from '@openstraat/spec';
import type { Context, Hono } from 'hono';
import { cacheControl } from '../../http/cache-control.ts';
import { clientOf } from '../../http/client-address.ts';
import { mediaTypes } from '../../http/media-types.ts';
import { negotiate } from '../../http/negotiate.ts';
import { respondWithProblem } from '../../http/problem-response.ts';
import { readQuery } from '../../http/query.ts';
import { mountRead } from '../../http/read-route.ts';
import { createTokenBuckets } from '../../http/token-buckets.ts';
import { Fault } from '../../model/fault.ts';
import type { OutputContext } from '../context.ts';
import type { Followable, FollowRefusal, RemoteFollow } from '../remote-follow.ts';
import { leadAway } from './lead-away.ts';
import { followLimits } from './limits.ts';

/** What the page is made from on which people say where their account is. */
export interface FollowPageState extends Followable {
  /** Of what is followed. */
  readonly path: string;
  /** What somebody gave as their account. */
  readonly account: string;
  readonly refusal: FollowRefusal | undefined;
  /** The page at their server, where they have to say first that they want to go there. */
  readonly leadsTo: string | undefined;
}

/** Makes that page; who makes it is the affair of another face. */
export type RenderFollowPage = (state: FollowPageState) => Promise<string>;

const statusOf = {
  'account-unreadable': 400,
  'account-unknown': 404,
  'not-offered': 404,
  'server-unreachable': 502,
} as const;

const decodePath = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};

/**
 * Where a request comes from. Only who pressed the button of a page here is led away at once, or anyone could send people through here to anywhere:
 * from elsewhere comes a link too that stands in a message. Browsers that are old, and all on a node without TLS, don't say.
 */
const cameFrom = (context: Context): 'here' | 'elsewhere' | 'unknown' => {
  const site = context.req.header('Sec-Fetch-Site');
  if (site === undefined) return 'unknown';
  return site === 'same-origin' ? 'here' : 'elsewhere';
};

/** Mounts what leads people who have an account on another server to the page there on which they follow a place. */
export const mountFollow = (
  app: Hono,
  { settings, clock }: Pick<OutputContext, 'settings' | 'clock'>,
  remoteFollow: RemoteFollow,
  render: RenderFollowPage,
): void => {
  const { trustedProxies, allowPrivateAddress } = settings;
  const { windowMs, clientQuota, allQuota, clientsRememberedMax } = followLimits;
  const byClient = createTokenBuckets(clock, { quota: clientQuota, windowMs, clientsMax: clientsRememberedMax });
  const ofAll = createTokenBuckets(clock, { quota: allQuota, windowMs, clientsMax: 1 });

  /** Seconds to wait; undefined when somebody may go on. */
  const mustWaitSeconds = (context: Context): number | undefined => {
    const client = clientOf(context, trustedProxies);
    const own = client === undefined ? undefined : byClient.take(client);
    const refused = own?.allowed === false ? own : ofAll.take('all');
    return refused.allowed ? undefined : refused.retryAfterSeconds;
  };

  const show = async (context: Context, state: FollowPageState): Promise<Response> =>
    context.body(await render(state), state.refusal === undefined ? 200 : statusOf[state.refusal], {
      'Cache-Control': cacheControl.never,
      'Content-Type': `${mediaTypes.html}; charset=utf-8`,
      Vary: 'Accept',
    });

  const schemes = allowPrivateAddress ? ['https:', 'http:'] : ['https:'];
  app.use('/places/:key', leadAway(remoteFollow, schemes, decodePath));
  // What says who runs the node holds the form that follows the node.
  app.use(
    '/about',
    leadAway(remoteFollow, schemes, () => '/'),
  );
  // Every answer of this address holds the form.
  app.use(
    '/follow',
    leadAway({ ...remoteFollow, of: () => ({ handle: '', actor: '' }) }, schemes, (path) => path),
  );

  mountRead(app, settings, '/follow', async (context) => {
    if (negotiate(context.req.header('Accept'), [mediaTypes.html]) === undefined)
      throw new Fault('not-acceptable', 'This is a page for people; programs follow the actor itself.');
    const { place = '/', account = '' } = readQuery(context.req.url, ['place', 'account'], 'ignored');
    const followable = place === '/' || isThingId(place) ? remoteFollow.of(place) : undefined;
    if (followable === undefined) throw new Fault('not-found', 'Nobody speaks for this place: it cannot be followed.');
    const state: FollowPageState = { ...followable, path: place, account, refusal: undefined, leadsTo: undefined };
    if (account.trim() === '' || cameFrom(context) === 'elsewhere') return show(context, state);
    const waitSeconds = mustWaitSeconds(context);
    if (waitSeconds !== undefined)
      return respondWithProblem(context, settings, {
        code: 'too-many-requests',
        detail: `This was asked too often. Ask again in ${waitSeconds} s.`,
        retryAfterSeconds: waitSeconds,
      });
    const answer = await remoteFollow.pageFor(account, followable.actor);
    if (!answer.ok) return show(context, { ...state, refusal: answer.reason });
    if (cameFrom(context) === 'unknown') return show(context, { ...state, leadsTo: answer.address });
    return context.body(null, 303, { Location: answer.address, 'Cache-Control': cacheControl.never });
  });
};
