import { KeyObject } from 'node:crypto';
import type { KvKey, KvStore } from '@fedify/fedify';
import {
  type AuthenticatedDocumentLoaderFactory,
  type DocumentLoader,
  type DocumentLoaderFactory,
  FetchError,
  preloadedContexts,
  type RemoteDocument,
} from '@fedify/vocab-runtime';
import { type SignatureForm, signDraftCavage, signRfc9421 } from '@openstraat/spec';
import type { Clock } from '../../model/clock.ts';
import type { Fetcher } from '../fetching/create-fetcher.ts';
import { readBoundedJson } from '../replica/bounded-json.ts';
import { duration } from './duration.ts';
import { inboxLimits } from './limits.ts';

/** The ways in which Fedify gets documents: all of them through the fetcher, with its limits and its refusal of private addresses. */
export interface DocumentLoaders {
  readonly documentLoaderFactory: DocumentLoaderFactory;
  readonly contextLoaderFactory: DocumentLoaderFactory;
  readonly authenticatedDocumentLoaderFactory: AuthenticatedDocumentLoaderFactory;
}

const accept = 'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams"';
// Other media types anybody who may upload a picture can have served.
const activityType = /^application\/(?:activity\+json|ld\+json)\s*(?:;|$)/i;
const refusedStatuses: ReadonlySet<number> = new Set([400, 401, 403]);

/**
 * A loader of JSON-LD contexts that never fetches: those that are built in are used, any other counts as empty,
 * so its terms say nothing and those of ActivityStreams stay what they are.
 */
export const bundledContexts: DocumentLoader = (url) =>
  Promise.resolve<RemoteDocument>({
    contextUrl: null,
    documentUrl: url,
    document: Object.hasOwn(preloadedContexts, url) ? preloadedContexts[url] : { '@context': {} },
  });

const isPreloaded = (url: string): boolean => Object.hasOwn(preloadedContexts, url);

const specKey = (origin: string): KvKey => ['openstraat', 'signed-reads', origin];

/** Makes the loaders. */
export const createDocumentLoaders = (fetcher: Pick<Fetcher, 'get'>, kv: KvStore, clock: Clock): DocumentLoaders => {
  const load = async (
    url: string,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal | undefined,
  ): Promise<RemoteDocument> => {
    const answer = await fetcher.get(url, { headers: { accept, ...headers }, signal });
    if (!answer.ok) throw new FetchError(url, answer.words);
    if (answer.status !== 200)
      throw new FetchError(url, `It answers ${answer.status}.`, new Response(null, { status: answer.status }));
    if (!activityType.test(answer.headers.get('content-type') ?? ''))
      throw new FetchError(url, 'It answers with another media type.');
    if (answer.body.length > inboxLimits.documentBytesMax) throw new FetchError(url, 'It is too large.');
    const json = readBoundedJson(answer.body, inboxLimits);
    if (!json.ok) throw new FetchError(url, json.words);
    return { contextUrl: null, document: json.value, documentUrl: answer.url };
  };

  const plain: DocumentLoader = (url, options) =>
    isPreloaded(url) ? bundledContexts(url) : load(url, {}, options?.signal);

  const signedLoad = async (
    identity: Parameters<AuthenticatedDocumentLoaderFactory>[0],
    url: string,
    form: SignatureForm,
    signal: AbortSignal | undefined,
  ): Promise<RemoteDocument> => {
    // Fedify's own leaves the query of an address out of what it signs.
    const sign = form === 'rfc-9421' ? signRfc9421 : signDraftCavage;
    const signed = sign(
      { method: 'GET', url, headers: { accept }, body: new Uint8Array() },
      {
        keyId: identity.keyId.href,
        privateKeyPem: KeyObject.from(identity.privateKey).export({ type: 'pkcs8', format: 'pem' }).toString(),
      },
      { dateMs: clock.now() },
    );
    return load(url, Object.fromEntries(Object.entries(signed).filter(([name]) => name !== 'host')), signal);
  };

  return {
    documentLoaderFactory: () => plain,
    contextLoaderFactory: () => bundledContexts,
    authenticatedDocumentLoaderFactory: (identity) => async (url, options) => {
      if (isPreloaded(url)) return bundledContexts(url);
      const origin = URL.parse(url)?.origin ?? '';
      const isNew = (await kv.get(specKey(origin))) === true;
      const [first, second] = isNew ? (['rfc-9421', 'draft-cavage'] as const) : (['draft-cavage', 'rfc-9421'] as const);
      try {
        return await signedLoad(identity, url, first, options?.signal);
      } catch (error) {
        if (!(error instanceof FetchError) || !refusedStatuses.has(error.response?.status ?? 0)) throw error;
        const found = await signedLoad(identity, url, second, options?.signal);
        await kv.set(specKey(origin), second === 'rfc-9421', { ttl: duration(inboxLimits.formKnownMs) });
        return found;
      }
    },
  };
};
