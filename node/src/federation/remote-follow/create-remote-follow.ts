import type { ThingId } from '@openstraat/spec';
import { z } from 'zod';
import { actorAddresses, handleOf } from '../actors/actor-addresses.ts';
import { type LocalActors, nodeIdentifier } from '../actors/local-actor.ts';
import type { Fetcher } from '../fetching/create-fetcher.ts';
import { remoteFollowLimits } from './limits.ts';
import { readAccount } from './read-account.ts';

/** How people follow an actor of this node. */
export interface Followable {
  /** `@name@host`, to copy. */
  readonly handle: string;
  /** Its address. */
  readonly actor: string;
}

/** Why somebody can't be led to their server. */
export type FollowRefusal = 'account-unreadable' | 'server-unreachable' | 'account-unknown' | 'not-offered';

/** Where somebody goes on, at their own server. */
export type FollowAnswer =
  | { readonly ok: true; readonly address: string }
  | { readonly ok: false; readonly reason: FollowRefusal };

/** Leads people who have an account somewhere to the page there on which they follow an actor of this node. Nothing is kept of them. */
export interface RemoteFollow {
  /** How to follow what stands at a path: a place, or the node at `/`; undefined where no actor speaks for it. */
  of(path: string): Followable | undefined;
  /** The page at the server of an account on which it follows an actor. */
  pageFor(account: string, actor: string): Promise<FollowAnswer>;
}

interface RemoteFollowParts {
  readonly actors: Pick<LocalActors, 'get' | 'ofPlace'>;
  readonly fetcher: Pick<Fetcher, 'get'>;
  readonly origin: string;
  /** Whether servers may be asked, and led to, without TLS. */
  readonly plainHttp: boolean;
}

const relation = 'http://ostatus.org/schema/1.0/subscribe';

const descriptorSchema = z.object({
  links: z.array(z.object({ rel: z.string(), template: z.string().optional() })).max(1_000),
});

const templateIn = (body: Buffer): string | undefined => {
  if (body.length > remoteFollowLimits.answerBytesMax) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
  const { data } = descriptorSchema.safeParse(value);
  return data?.links.find(({ rel, template }) => rel === relation && template?.includes('{uri}') === true)?.template;
};

/** Makes what leads people to their own server. */
export const createRemoteFollow = ({ actors, fetcher, origin, plainHttp }: RemoteFollowParts): RemoteFollow => {
  const schemes = plainHttp ? (['https:', 'http:'] as const) : (['https:'] as const);

  const fill = (template: string, actor: string): string | undefined => {
    const url = URL.parse(template.replaceAll('{uri}', encodeURIComponent(actor)));
    if (url === null || !schemes.some((scheme) => scheme === url.protocol) || url.username !== '') return undefined;
    return url.href.length > remoteFollowLimits.addressCharactersMax ? undefined : url.href;
  };

  const ask = async (host: string, resource: string) => {
    const signal = AbortSignal.timeout(remoteFollowLimits.totalMs);
    for (const scheme of schemes) {
      const answer = await fetcher.get(
        `${scheme}//${host}/.well-known/webfinger?resource=${encodeURIComponent(resource)}`,
        { headers: { accept: 'application/jrd+json, application/json;q=0.9' }, redirects: 'anywhere', signal },
      );
      if (answer.ok) return answer;
    }
    return undefined;
  };

  return {
    of(path) {
      const actor = path === '/' ? actors.get(nodeIdentifier) : actors.ofPlace(path as ThingId);
      // Who has moved is followed at the new address.
      if (actor === undefined || actor.movedTo !== undefined) return undefined;
      return {
        handle: `@${handleOf(origin, actor.username)}`,
        actor: actorAddresses(origin, actor.identifier).actor,
      };
    },
    async pageFor(given, actor) {
      const account = readAccount(given);
      if (account === undefined) return { ok: false, reason: 'account-unreadable' };
      const answer = await ask(account.host, `acct:${account.name}@${account.host}`);
      if (answer === undefined || answer.status >= 500) return { ok: false, reason: 'server-unreachable' };
      if (answer.status !== 200) return { ok: false, reason: 'account-unknown' };
      const template = templateIn(answer.body);
      const address = template === undefined ? undefined : fill(template, actor);
      return address === undefined ? { ok: false, reason: 'not-offered' } : { ok: true, address };
    },
  };
};
