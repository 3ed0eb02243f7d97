import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Fetcher, createFetcher } from '../fetching/create-fetcher.ts';
import type { FetchLimits } from '../fetching/limits.ts';

/** A server on loopback whose answers a test writes. */
export interface LoopbackServer extends AsyncDisposable {
  readonly origin: string;
  /** Addresses asked so far, path and query. */
  readonly asked: string[];
}

export type Answering = (request: IncomingMessage, response: ServerResponse, origin: string) => void;

/** Listens on a free port of 127.0.0.1. @param host what the test calls it */
export const serveOnLoopback = async (answer: Answering, host = '127.0.0.1'): Promise<LoopbackServer> => {
  const asked: string[] = [];
  let origin = '';
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response, origin);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  origin = `http://${host}:${address.port}`;
  return {
    origin,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

/** A fetcher that reaches loopback. */
export const loopbackFetcher = (limits: Partial<FetchLimits> = {}): Fetcher =>
  createFetcher({ allowPrivateAddress: true, userAgent: 'test', clock: { now: () => Date.now() }, limits });
