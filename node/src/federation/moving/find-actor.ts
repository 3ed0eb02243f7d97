import { z } from 'zod';
import { Fault } from '../../model/fault.ts';
import type { Fetcher } from '../fetching/create-fetcher.ts';
import { readBoundedJson } from '../replica/bounded-json.ts';
import { followingLimits } from '../limits.ts';
import { replicaLimits } from '../replica/limits.ts';

const jrdSchema = z.object({
  links: z.array(z.object({ rel: z.string(), type: z.string().optional(), href: z.string().optional() })),
});
const activityTypes = /^application\/(?:activity\+json|ld\+json)/;

/**
 * Asks a host by WebFinger for the actor of an account, or of what stands at an address.
 * @param resource `acct:name@host`, or an address
 * @returns undefined when it knows none
 * @throws {Fault} `peer-unusable` when it does not answer
 */
export const findActor = async (
  resource: string,
  origin: string,
  fetcher: Pick<Fetcher, 'get'>,
): Promise<string | undefined> => {
  const address = `${origin}/.well-known/webfinger?resource=${encodeURIComponent(resource)}`;
  const answer = await fetcher.get(address, {
    headers: { accept: 'application/jrd+json, application/json;q=0.9' },
    redirects: 'anywhere',
  });
  if (!answer.ok)
    throw new Fault(
      'peer-unusable',
      `${origin} can't be asked for its actors: ${answer.words}. Try again when it answers.`,
    );
  if (answer.status !== 200 || answer.body.length > followingLimits.actorBytesMax) return undefined;
  const json = readBoundedJson(answer.body, replicaLimits);
  const links = json.ok ? jrdSchema.safeParse(json.value).data?.links : undefined;
  const self = links?.find(({ rel, type }) => rel === 'self' && activityTypes.test(type ?? ''))?.href;
  return URL.parse(self ?? '')?.href;
};

/**
 * The address of an actor that a person names by its address or its handle.
 * @param plainHttp whether its host may be one without TLS
 * @throws {Fault} `bad-request`, `peer-unusable`
 */
export const resolveActor = async (
  given: string,
  fetcher: Pick<Fetcher, 'get'>,
  plainHttp: boolean,
): Promise<string> => {
  if (/^https?:\/\//i.test(given) && URL.canParse(given)) return new URL(given).href;
  const [, name, host] = /^(?:acct:)?@?([^@\s/]+)@([^@\s/]+)$/i.exec(given) ?? [];
  if (name === undefined || host === undefined || !URL.canParse(`https://${host}`))
    throw new Fault(
      'bad-request',
      `"${given.slice(0, 200)}" is no actor: write its address, or its handle such as @de-ketting@winkels.waterveen.example.`,
    );
  let found: string | undefined;
  for (const scheme of plainHttp ? ['https', 'http'] : ['https']) {
    const last = scheme === 'http' || !plainHttp;
    found = await findActor(`acct:${name}@${host}`, `${scheme}://${host}`, fetcher).catch((error: unknown) => {
      if (last) throw error;
      return undefined;
    });
    if (found !== undefined) return found;
  }
  throw new Fault('bad-request', `${host} knows no actor @${name}@${host}. Check how it is written.`);
};
