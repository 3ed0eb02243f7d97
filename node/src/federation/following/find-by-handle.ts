import { z } from 'zod';
import type { Fetcher } from '../fetching/create-fetcher.ts';
import { readBoundedJson } from '../replica/bounded-json.ts';
import { replicaLimits } from '../replica/limits.ts';

/** Where a handle leads. */
export type HandleAnswer =
  | { readonly found: true; readonly origin: string; readonly actor: string | undefined }
  /** `unknown`: the host says that there is no such account. */
  | { readonly found: false; readonly because: 'unknown' | 'no-answer' };

const jrdSchema = z.object({
  links: z.array(z.object({ rel: z.string(), type: z.string().optional(), href: z.string().optional() })),
});
const linkSchema = z.object({
  type: z.literal('Link'),
  rel: z.union([z.string(), z.array(z.string())]),
  href: z.string(),
});
const actorSchema = z.object({ id: z.string(), url: z.unknown() });

const activityTypes = /^application\/(?:activity\+json|ld\+json)/;
const notThere: ReadonlySet<number> = new Set([404, 410]);

interface Tools {
  readonly fetcher: Pick<Fetcher, 'get'>;
  readonly bytesMax: number;
  readonly signal: AbortSignal | undefined;
}

/** A document, or the status of what came instead: 0 for none. */
const readJson = async (
  address: string,
  accept: string,
  redirects: 'same-origin' | 'anywhere',
  { fetcher, bytesMax, signal }: Tools,
): Promise<{ readonly json: unknown } | { readonly status: number }> => {
  const answer = await fetcher.get(address, { headers: { accept }, redirects, signal });
  if (!answer.ok) return { status: 0 };
  if (answer.status !== 200 || answer.body.length > bytesMax) return { status: answer.status };
  const json = readBoundedJson(answer.body, replicaLimits);
  return json.ok ? { json: json.value } : { status: answer.status };
};

/** The description that an actor says it speaks for. */
const describedBy = (url: unknown): string | undefined =>
  [url].flat().flatMap((one) => {
    const link = linkSchema.safeParse(one).data;
    return link !== undefined && [link.rel].flat().includes('describedby') && URL.canParse(link.href)
      ? [link.href]
      : [];
  })[0];

/**
 * Finds the node behind a handle by WebFinger and the actor's link to its description.
 * An actor that can't be read, or has no such link, counts as of the node at its own address.
 * @param origin of the handle's host
 */
export const findByHandle = async (handle: string, origin: string, tools: Tools): Promise<HandleAnswer> => {
  const address = `${origin}/.well-known/webfinger?resource=${encodeURIComponent(`acct:${handle}`)}`;
  const jrd = await readJson(address, 'application/jrd+json, application/json;q=0.9', 'anywhere', tools);
  if (!('json' in jrd)) return { found: false, because: notThere.has(jrd.status) ? 'unknown' : 'no-answer' };
  const self = jrdSchema
    .safeParse(jrd.json)
    .data?.links.find(({ rel, type }) => rel === 'self' && activityTypes.test(type ?? ''))?.href;
  if (self === undefined || !URL.canParse(self)) return { found: false, because: 'no-answer' };
  const document = await readJson(self, 'application/activity+json', 'same-origin', tools);
  const actor = 'json' in document ? actorSchema.safeParse(document.json).data : undefined;
  const description = actor?.id === self ? describedBy(actor.url) : undefined;
  return description === undefined
    ? { found: true, origin: new URL(self).origin, actor: undefined }
    : { found: true, origin: new URL(description).origin, actor: self };
};
