import { once } from 'node:events';
import { createServer, type IncomingMessage, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request to an inbox that stands at the relay. */
export interface HeldPost {
  readonly body: string;
  /** Hands it on as it came, signature and all. @returns the status of the answer */
  pass(): Promise<number>;
}

/** The public address of a node. What comes for its inboxes can be lost, repeated or kept back on the way; all else passes. */
export interface InboxRelay extends AsyncDisposable {
  readonly origin: string;
  /** Address at which the node itself listens. */
  target: string;
  /** Decides what becomes of a post; the answer is the status that its sender gets. */
  onPost: (post: HeldPost) => Promise<number> | number;
}

const readAll = async (stream: AsyncIterable<Buffer>): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
};

/** Opens a relay on loopback that passes everything on. */
export const openInboxRelay = async (): Promise<InboxRelay> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const relay: Pick<InboxRelay, 'target' | 'onPost'> = { target: '', onPost: (post) => post.pass() };

  const handOn = async (request: IncomingMessage, body: Buffer): Promise<IncomingMessage> => {
    const { method, headers, url } = request;
    const onward = httpRequest(new URL(url ?? '/', relay.target), { method, headers, agent: false });
    onward.end(body);
    const [answer] = (await once(onward, 'response')) as [IncomingMessage];
    return answer;
  };

  server.on('request', (request, response) => {
    void (async () => {
      const body = await readAll(request);
      if (request.method === 'POST' && request.url?.endsWith('/inbox') === true) {
        const pass = async (): Promise<number> => (await handOn(request, body)).resume().statusCode ?? 0;
        response.writeHead(await relay.onPost({ body: body.toString(), pass })).end();
        return;
      }
      const answer = await handOn(request, body);
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(response);
    })().catch(() => response.destroy());
  });

  return Object.assign(relay, {
    origin: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
};
