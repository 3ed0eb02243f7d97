import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Answers a request; its URL is the address under which it was meant to be reached. */
export type Handler = (request: Request) => Promise<Response>;

/** A server that listens. */
export interface Listening extends AsyncDisposable {
  readonly port: number;
}

const bodyOf = async (incoming: IncomingMessage, bytesMax: number): Promise<Buffer | undefined> => {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of incoming as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > bytesMax) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
};

const requestOf = (origin: string, incoming: IncomingMessage, body: Buffer): Request => {
  const headers = new Headers(
    Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    ),
  );
  // A proxy in between may have put its own name there, and signatures cover the one that was asked.
  headers.set('host', new URL(origin).host);
  const { method = 'GET', url = '/' } = incoming;
  return new Request(origin + url, { method, headers, body: body.length === 0 ? null : body });
};

const send = async (response: Response, outgoing: ServerResponse, isHead: boolean): Promise<void> => {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null || isHead) return void outgoing.end();
  // A body that breaks off takes the connection with it: that is what a reader has to notice.
  await pipeline(Readable.fromWeb(response.body), outgoing).catch(() => outgoing.destroy());
};

const close = async (server: Server): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  await promise;
};

/**
 * Listens.
 * @param options `origin` undefined for that of the port on loopback; larger bodies than `bodyBytesMax` get 413
 */
export const listen = async (
  handler: Handler,
  options: {
    /** Undefined for every address of the machine. */
    readonly host: string | undefined;
    readonly port: number;
    readonly origin: string | undefined;
    readonly bodyBytesMax: number;
  },
): Promise<Listening & { readonly origin: string }> => {
  let { origin = '' } = options;
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = await bodyOf(incoming, options.bodyBytesMax);
    if (body === undefined) return void outgoing.writeHead(413, { connection: 'close' }).end();
    await send(await handler(requestOf(origin, incoming, body)), outgoing, incoming.method === 'HEAD');
  };
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch(() => outgoing.destroy());
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject).listen(options.port, options.host, resolve);
  await promise;
  const { port } = server.address() as AddressInfo;
  if (options.origin === undefined) origin = `http://127.0.0.1:${port}`;
  return { origin, port, [Symbol.asyncDispose]: () => close(server) };
};
