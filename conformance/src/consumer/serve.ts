import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { wallClock } from './clock.ts';
import type { Handler, OpenStage, Reader } from './stage.ts';

const requestOf = (origin: string, incoming: IncomingMessage): Request =>
  new Request(origin + (incoming.url ?? '/'), {
    method: incoming.method ?? 'GET',
    headers: Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    ),
  });

const send = async (response: Response, outgoing: ServerResponse, isHead: boolean): Promise<void> => {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null || isHead) return void outgoing.end();
  // A body that breaks off takes the connection with it: that is what the reader has to notice.
  await pipeline(Readable.fromWeb(response.body), outgoing).catch(() => outgoing.destroy());
};

const listen = async (answer: (origin: string) => (incoming: IncomingMessage, outgoing: ServerResponse) => void) => {
  let origin = '';
  const server = createServer((incoming, outgoing) => answer(origin)(incoming, outgoing));
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject).listen(0, '127.0.0.1', resolve);
  await promise;
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, server };
};

const close = async (server: Server): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  await promise;
};

/** A stage on loopback: two servers, and a reader that may be any program. */
export const stageOnLoopback =
  (reader: Reader): OpenStage =>
  async (handler: Handler) => {
    const answer = (origin: string) => (incoming: IncomingMessage, outgoing: ServerResponse) => {
      const isHead = incoming.method === 'HEAD';
      void handler(requestOf(origin, incoming))
        .then((response) => send(response, outgoing, isHead))
        .catch(() => outgoing.destroy());
    };
    const [here, elsewhere] = await Promise.all([listen(answer), listen(answer)]);
    const session = await reader.open();
    return {
      origin: here.origin,
      elsewhere: elsewhere.origin,
      clock: wallClock,
      session,
      async [Symbol.asyncDispose]() {
        await session[Symbol.asyncDispose]();
        await Promise.all([close(here.server), close(elsewhere.server)]);
      },
    };
  };
