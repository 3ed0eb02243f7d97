import { MemoryKvStore } from '@fedify/fedify';
import { describe, expect, it } from 'vitest';
import { createFetcher } from '../fetching/create-fetcher.ts';
import { loopbackFetcher, serveOnLoopback } from '../replica/test-peer.test-helper.ts';
import { bundledContexts, createDocumentLoaders } from './document-loaders.ts';
import { inboxLimits } from './limits.ts';
import { rsaKeys } from './rsa-keys.test-helper.ts';

const activityJson = 'application/activity+json';
const serve = (body: string, type = activityJson) =>
  serveOnLoopback((_request, response) => void response.writeHead(200, { 'content-type': type }).end(body));

const fill = (bytes: number): string => `"${'x'.repeat(bytes - 2)}"`;

describe('a document', () => {
  it('comes from its address, once it is ActivityPub and not too large', async () => {
    await using fetcher = loopbackFetcher();
    const load = createDocumentLoaders(fetcher, new MemoryKvStore()).documentLoaderFactory();
    await using fits = await serve(fill(inboxLimits.documentBytesMax));
    expect(await load(`${fits.origin}/users/ann`)).toMatchObject({ documentUrl: `${fits.origin}/users/ann` });
    await using large = await serve(fill(inboxLimits.documentBytesMax + 1));
    await expect(load(large.origin)).rejects.toThrow('too large');
    // A picture that somebody put on that host may well be JSON.
    await using upload = await serve('{}', 'image/png');
    await expect(load(upload.origin)).rejects.toThrow('media type');
    await using deep = await serve('['.repeat(inboxLimits.jsonDepthMax + 1));
    await expect(load(deep.origin)).rejects.toThrow('nests deeper');
  });

  it('of a private address is not fetched', async () => {
    await using server = await serve('{}');
    const options = { allowPrivateAddress: false, userAgent: 'test', clock: { now: () => Date.now() } };
    await using fetcher = createFetcher(options);
    const { documentLoaderFactory, authenticatedDocumentLoaderFactory } = createDocumentLoaders(
      fetcher,
      new MemoryKvStore(),
    );
    const { privateKey } = await rsaKeys();
    const signed = authenticatedDocumentLoaderFactory({ keyId: new URL('https://own.example/#key'), privateKey });
    for (const load of [documentLoaderFactory(), signed])
      await expect(load(server.origin)).rejects.toThrow('private address');
    expect(server.asked).toEqual([]);
  });

  it('is asked for with the older signature first, with the newer one when that is refused, and so from then on', async () => {
    const knocks: string[] = [];
    await using server = await serveOnLoopback((request, response) => {
      const isNew = request.headers['signature-input'] !== undefined;
      knocks.push(isNew ? 'rfc9421' : request.headers.signature === undefined ? 'none' : 'draft');
      response.writeHead(isNew ? 200 : 401, { 'content-type': activityJson }).end('{}');
    });
    await using fetcher = loopbackFetcher();
    const { privateKey } = await rsaKeys();
    const load = createDocumentLoaders(fetcher, new MemoryKvStore()).authenticatedDocumentLoaderFactory({
      keyId: new URL('https://own.example/#key'),
      privateKey,
    });
    await load(server.origin);
    await load(server.origin);
    expect(knocks).toEqual(['draft', 'rfc9421', 'rfc9421']);
  });
});

it('a context is one that is built in, or says nothing', async () => {
  const known = await bundledContexts('https://www.w3.org/ns/activitystreams');
  expect(known.document).toHaveProperty('@context.Follow');
  for (const url of ['http://127.0.0.1:1/context', 'https://a.example/litepub.jsonld', 'toString'])
    expect((await bundledContexts(url)).document).toEqual({ '@context': {} });
});
