import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, RequestError } from '@hono/node-server';
import type { Hono } from 'hono';
import { connectionProblem, unaddressedProblem } from '../http/connection-problem.ts';
import { httpLimits } from '../http/limits.ts';
import { Fault } from '../model/fault.ts';

/** How long a client may take to send a request. */
const requestTimeoutMs = 10_000;

/** A web server that is up. */
export interface Listening extends AsyncDisposable {
  readonly url: string;
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });

/** @throws {Fault} `port-in-use` */
export const listen = async (
  app: Hono,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> => {
  const server = createServer(
    {
      maxHeaderSize: httpLimits.headerBytesMax,
      requestTimeout: requestTimeoutMs,
      // A request without the field is answered as one with a wrong one is.
      requireHostHeader: false,
    },
    getRequestListener(app.fetch, {
      errorHandler: (error) => unaddressedProblem(error instanceof RequestError),
    }),
  );
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // Nobody is there to read it, or an answer is on its way already.
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else socket.end(connectionProblem(error.code));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new Fault(
          'port-in-use',
          cause.code === 'EADDRINUSE'
            ? `Port ${port} is in use on ${host}. Stop what listens there, or choose another with --port.`
            : `Cannot listen on ${host}, port ${port} (${cause.code ?? cause.message}). Choose another with --host and --port.`,
          { cause },
        ),
      ),
    );
    server.listen({ host, port }, resolve);
  });
  const address = server.address() as AddressInfo;
  const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${shown}:${address.port}`,
    async [Symbol.asyncDispose]() {
      await closed(server);
    },
  };
};
