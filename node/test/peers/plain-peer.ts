import { createPublicKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request as httpRequest, type ServerResponse } from 'node:http';
import {
  isSignatureRight,
  keyIdOf,
  type SignatureSpec,
  type SigningKey,
  signWire,
  specOf,
  type Wire,
} from './signatures.ts';

/*
 * A server of the Fediverse as the specifications have it, with one account. It shares no code with the node,
 * and can be as old, as new or as strict as some are.
 */

export type Json = Readonly<Record<string, unknown>>;

/** How a peer is. */
export interface PeerOptions {
  /** `draft-only`: answers 202 to RFC 9421, and drops it. `rfc9421-only`: answers 401 to the older one. */
  readonly takes?: 'both' | 'draft-only' | 'rfc9421-only';
  readonly signs?: SignatureSpec;
  /** Answers 401 to look-ups that are not signed. */
  readonly guarded?: boolean;
  /** Name of the node whose actor its account is, with a description that says so; absent for a person. */
  readonly node?: string;
  /** What its description says instead. */
  readonly description?: Json;
  /** What its actor says besides. */
  readonly actor?: Json;
  /** Address of loopback that it stands at. */
  readonly host?: string;
}

/** An answer to what it sent. */
export interface PeerAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What to do otherwise than right, when sending. */
export interface SendOptions {
  readonly nowMs?: number;
  readonly spec?: SignatureSpec | 'none';
  readonly key?: SigningKey;
  /** Changes the request after it was signed. */
  readonly tamper?: (wire: Wire) => Wire;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface PlainPeer extends AsyncDisposable {
  readonly origin: string;
  readonly actor: string;
  readonly key: SigningKey;
  /** Activities that came with a good signature, in order. */
  readonly received: readonly Json[];
  /** How inboxes here were asked: spec of the signature, and status of the answer. */
  readonly knocks: readonly string[];
  /** Paths that were read. */
  readonly reads: readonly string[];
  /** How its inbox answers from now on; undefined: as it should. */
  inboxStatus: number | undefined;
  /** How its actor answers from now on; undefined: as it should. */
  actorStatus: number | undefined;
  /** Its actor is not shown before this. */
  actorGate: Promise<void> | undefined;
  /** Reads a document, signed where it is to be. */
  read(url: string, signed?: boolean): Promise<PeerAnswer>;
  /** Sends text to an inbox. */
  post(inbox: string, body: string, options?: SendOptions): Promise<PeerAnswer>;
  /** Sends an activity to an inbox, in the name of its account; it gets an id when it has none. */
  send(inbox: string, activity: Json, options?: SendOptions): Promise<PeerAnswer>;
  /** The first activity that fits, once it is there. */
  waitFor(fits: (activity: Json) => boolean): Promise<Json>;
}

const activityJson = 'application/activity+json';

const readAll = async (stream: AsyncIterable<Buffer>): Promise<string> => {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
};

const headersOf = (headers: IncomingMessage['headers']): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]));

const answerTo =
  (response: ServerResponse) =>
  (status: number, body: unknown, type = activityJson): void =>
    void response.writeHead(status, { 'content-type': type }).end(body === undefined ? '' : JSON.stringify(body));

/** Puts a request on the wire just as it is. */
export const exchange = async ({ method, url, headers, body }: Wire): Promise<PeerAnswer> => {
  const request = httpRequest(url, { method, agent: false, headers });
  request.end(method === 'POST' ? body : undefined);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, headers: headersOf(response.headers), body: await readAll(response) };
};

/** Starts a peer on loopback. */
export const startPlainPeer = async (options: PeerOptions = {}): Promise<PlainPeer> => {
  const { takes = 'both', signs = 'draft-cavage', guarded = false } = options;
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const received: Json[] = [];
  const knocks: string[] = [];
  const reads: string[] = [];
  let waiting: { readonly fits: (activity: Json) => boolean; readonly resolve: (activity: Json) => void }[] = [];
  const keys = new Map<string, KeyObject>();

  const peer: Pick<PlainPeer, 'inboxStatus' | 'actorStatus' | 'actorGate'> = {
    inboxStatus: undefined,
    actorStatus: undefined,
    actorGate: undefined,
  };
  const server = createServer();
  const host = options.host ?? '127.0.0.1';
  server.listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const origin = `http://${host}:${address.port}`;
  const actor = `${origin}/users/ann`;
  const key: SigningKey = { id: `${actor}#main-key`, secret: privateKey };

  const actorDocument = (): Json => ({
    '@context': [
      'https://www.w3.org/ns/activitystreams',
      'https://w3id.org/security/v1',
      // As Mastodon has them: the first context does not know where somebody went.
      { movedTo: { '@id': 'as:movedTo', '@type': '@id' }, alsoKnownAs: { '@id': 'as:alsoKnownAs', '@type': '@id' } },
    ],
    id: actor,
    type: options.node === undefined ? 'Person' : 'Application',
    preferredUsername: 'ann',
    name: 'Ann',
    inbox: `${actor}/inbox`,
    outbox: `${actor}/outbox`,
    url:
      options.node === undefined
        ? `${origin}/@ann`
        : [`${origin}/`, { type: 'Link', rel: 'describedby', href: `${origin}/.well-known/openstraat` }],
    publicKey: {
      id: key.id,
      owner: actor,
      publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }),
    },
    ...options.actor,
  });

  const wireOf = (request: IncomingMessage, body: string): Wire => ({
    method: request.method === 'POST' ? 'POST' : 'GET',
    url: new URL(request.url ?? '/', origin),
    headers: headersOf(request.headers),
    body,
  });

  const read = (url: string, signed = true): Promise<PeerAnswer> => {
    const target = new URL(url);
    const wire: Wire = { method: 'GET', url: target, headers: { host: target.host, accept: activityJson }, body: '' };
    return exchange(signed ? signWire(signs, wire, key, Date.now()) : wire);
  };

  const isSigned = async (wire: Wire): Promise<boolean> => {
    const id = keyIdOf(wire);
    if (id === undefined) return false;
    let found = keys.get(id);
    if (found === undefined) {
      const { status, body } = await read(id.split('#')[0] ?? id);
      if (status !== 200) return false;
      const document = JSON.parse(body) as { publicKey?: { id?: string; publicKeyPem?: string } };
      if (document.publicKey?.id !== id || document.publicKey.publicKeyPem === undefined) return false;
      found = createPublicKey(document.publicKey.publicKeyPem);
      keys.set(id, found);
    }
    return isSignatureRight(wire, found);
  };

  const takePost = async (wire: Wire): Promise<number> => {
    if (peer.inboxStatus !== undefined) return peer.inboxStatus;
    const spec = specOf(wire);
    if (spec === undefined) return 401;
    if (takes === 'draft-only' && spec === 'rfc9421') return 202;
    if (takes === 'rfc9421-only' && spec === 'draft-cavage') return 401;
    if (!(await isSigned(wire))) return 401;
    const activity = JSON.parse(wire.body) as Json;
    received.push(activity);
    for (const { resolve } of waiting.filter(({ fits }) => fits(activity))) resolve(activity);
    waiting = waiting.filter(({ fits }) => !fits(activity));
    return 202;
  };

  server.on('request', (request, response) => {
    void (async () => {
      const wire = wireOf(request, await readAll(request));
      const path = wire.url.pathname;
      const answer = answerTo(response);
      if (wire.method === 'POST') {
        const status = await takePost(wire);
        knocks.push(`${specOf(wire) ?? 'none'} ${status}`);
        return answer(status, undefined);
      }
      reads.push(path);
      if (path === '/.well-known/openstraat' && options.node !== undefined)
        return answer(200, { origin, name: options.node, actor, ...options.description }, 'application/ld+json');
      if (path !== '/users/ann') return answer(404, undefined);
      await peer.actorGate;
      if (peer.actorStatus !== undefined) return answer(peer.actorStatus, undefined);
      if (guarded && !(await isSigned(wire))) return answer(401, undefined);
      return answer(200, actorDocument());
    })().catch(() => response.destroy());
  });

  const post = (inbox: string, body: string, sending: SendOptions = {}): Promise<PeerAnswer> => {
    const { nowMs = Date.now(), spec = signs, tamper = (wire) => wire } = sending;
    const url = new URL(inbox);
    const headers = { host: url.host, 'content-type': activityJson, ...sending.headers };
    const wire: Wire = { method: 'POST', url, headers, body };
    return exchange(tamper(spec === 'none' ? wire : signWire(spec, wire, sending.key ?? key, nowMs)));
  };

  return Object.assign(peer, {
    origin,
    actor,
    key,
    received,
    knocks,
    reads,
    read,
    post,
    send: (inbox: string, activity: Json, sending: SendOptions = {}) =>
      post(
        inbox,
        JSON.stringify({
          '@context': 'https://www.w3.org/ns/activitystreams',
          id: `${actor}/activities/${randomUUID()}`,
          actor,
          ...activity,
        }),
        sending,
      ),
    waitFor(fits: (activity: Json) => boolean): Promise<Json> {
      const there = received.find(fits);
      if (there !== undefined) return Promise.resolve(there);
      const { promise, resolve } = Promise.withResolvers<Json>();
      waiting.push({ fits, resolve });
      return promise;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
};
