import type { KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { nodeDescriptionExample } from '@openstraat/spec';

/** An activity as it came. */
export interface Received {
  readonly type: string;
  /** Of the body. */
  readonly bytes: number;
}

/** A node that follows and does nothing else: written from the specifications. */
export interface PlayedNode extends AsyncDisposable {
  readonly actor: string;
}

const descriptionPath = '/.well-known/openstraat';

const activityJson = 'application/activity+json';

const actorOf = (origin: string, publicKeyPem: string): object => ({
  '@context': ['https://www.w3.org/ns/activitystreams', 'https://w3id.org/security/v1'],
  id: `${origin}/actor`,
  type: 'Application',
  preferredUsername: 'node',
  name: origin,
  inbox: `${origin}/inbox`,
  outbox: `${origin}/outbox`,
  followers: `${origin}/followers`,
  following: `${origin}/following`,
  url: [
    `${origin}/`,
    { type: 'Link', rel: 'describedby', mediaType: 'application/ld+json', href: origin + descriptionPath },
  ],
  publicKey: { id: `${origin}/actor#main-key`, owner: `${origin}/actor`, publicKeyPem },
});

const descriptionOf = (origin: string): object => ({
  ...(JSON.parse(
    JSON.stringify(nodeDescriptionExample).replaceAll(nodeDescriptionExample.origin, origin),
  ) as typeof nodeDescriptionExample),
  actor: `${origin}/actor`,
});

/** Serves a node's actor, description and inbox on a port of its own. */
export const playNode = async (publicKey: KeyObject, onReceived: (received: Received) => void): Promise<PlayedNode> => {
  let origin = '';
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request);
    const { type } = JSON.parse(body.toString()) as { type: string };
    response.writeHead(202).end();
    onReceived({ type, bytes: body.length });
  };
  const server = createServer((request, response) => {
    if (request.method === 'POST') void receive(request, response);
    else if (request.url === '/actor')
      response.setHeader('content-type', activityJson).end(JSON.stringify(actorOf(origin, pem)));
    else if (request.url === descriptionPath)
      response.setHeader('content-type', 'application/ld+json').end(JSON.stringify(descriptionOf(origin)));
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    actor: `${origin}/actor`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
