import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPrivateAddress } from '@openstraat/spec';
import { Agent, request } from 'undici';
import { Unreachable } from './exchange.ts';
import { isPrivateUrl } from './private-url.ts';
import type { Transport } from './transport.ts';

/** The address that was judged is the one that is connected to: a name can't change its mind in between. */
export const guardedLookup = (allowPrivate: boolean, resolve: typeof lookup = lookup): LookupFunction => {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, '', 0);
      const [first] = addresses;
      if (first === undefined) return callback(new Unreachable('host-not-found'), '', 0);
      if (!allowPrivate && addresses.some(({ address }) => isPrivateAddress(address)))
        return callback(new Unreachable('private-address'), '', 0);
      if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
};

/** A transport over the network, and what ends its connections. */
export interface NetworkTransport extends AsyncDisposable {
  readonly send: Transport;
}

/**
 * A transport to one host. Time and size are not limited here: the client does that.
 * @param tested the URL under test: private addresses are reached only when it is one itself
 */
export const networkTransport = (tested: URL, connections: number): NetworkTransport => {
  const agent = new Agent({
    connections,
    allowH2: false,
    connect: { lookup: guardedLookup(isPrivateUrl(tested)), timeout: 0 },
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return {
    async send({ method, url, headers, body = null, signal }) {
      const answer = await request(url, { dispatcher: agent, method: method as 'GET', headers, body, signal });
      return {
        status: answer.statusCode,
        headers: new Map(
          Object.entries(answer.headers).map(([name, value = '']): [string, string] => [
            name,
            Array.isArray(value) ? value.join(', ') : value,
          ]),
        ),
        body: answer.body,
      };
    },
    [Symbol.asyncDispose]: () => agent.destroy(),
  };
};
