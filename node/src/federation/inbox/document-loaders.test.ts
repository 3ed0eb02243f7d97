import { KeyObject } from 'node:crypto';
import { isSignatureFault, readSignature, signatureFaultOf } from '@openstraat/spec';
import { MemoryKvStore } from '@fedify/fedify';
import { describe, expect, it } from 'vitest';
import { createFetcher } from '../fetching/create-fetcher.ts';
import { loopbackFetcher, serveOnLoopback } from '../replica/test-peer.test-helper.ts';
import { HandClock } from '../store/store.fixture.ts';
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
    const load = createDocumentLoaders(fetcher, new MemoryKvStore(), new HandClock()).documentLoaderFactory();
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
      new HandClock(),
    );
    const { privateKey } = await rsaKeys();
    const signed = authenticatedDocumentLoaderFactory({ keyId: new URL('https://own.example/#key'), privateKey });
    for (const load of [documentLoaderFactory(), signed])
      await expect(load(server.origin)).rejects.toThrow('private address');
    expect(server.asked).toEqual([]);
  });

  it('is asked for with the older signature first, with the newer one when that is refused, and so from then on', async () => {
    const knocks: string[] = [];
    const clock = new HandClock();
    const { privateKey, publicKey } = await rsaKeys();
    const pem = KeyObject.from(publicKey).export({ type: 'spki', format: 'pem' }).toString();
    await using server = await serveOnLoopback((request, response) => {
      const isNew = request.headers['signature-input'] !== undefined;
      const message = { method: 'GET', url: `http://${request.headers.host}${request.url}`, body: Buffer.alloc(0) };
      const signed = { ...message, headers: request.headers as Record<string, string> };
      const signature = readSignature(signed);
      if (isSignatureFault(signature)) throw new Error(signature.words);
      expect(signatureFaultOf(signed, signature, pem, clock.now())).toBeUndefined();
      knocks.push(isNew ? 'rfc9421' : 'draft');
      response.writeHead(isNew ? 200 : 401, { 'content-type': activityJson }).end('{}');
    });
    await using fetcher = loopbackFetcher();
    const load = createDocumentLoaders(fetcher, new MemoryKvStore(), clock).authenticatedDocumentLoaderFactory({
      keyId: new URL('https://own.example/#key'),
      privateKey,
    });
    // As some servers name their actors.
    await load(`${server.origin}/?author=1`);
    await load(`${server.origin}/?author=1`);
    expect(knocks).toEqual(['draft', 'rfc9421', 'rfc9421']);
  });
});

it('a context is one that is built in, or says nothing', async () => {
  const known = await bundledContexts('https://www.w3.org/ns/activitystreams');
  expect(known.document).toHaveProperty('@context.Follow');
  for (const url of ['http://127.0.0.1:1/context', 'https://a.example/litepub.jsonld', 'toString'])
    expect((await bundledContexts(url)).document).toEqual({ '@context': {} });
});
