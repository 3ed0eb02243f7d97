import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What went through, in bytes on the connection: headers and bodies as they were sent. */
export interface Traffic {
  readonly received: number;
  readonly sent: number;
}

/** The public address of a node, in front of where it listens. */
export interface CountingProxy extends AsyncDisposable {
  readonly origin: string;
  /** Where the node has to listen. */
  readonly behind: number;
  traffic(): Traffic;
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** Passes connections on to the node behind it, and counts their bytes. */
export const countingProxy = async (): Promise<CountingProxy> => {
  const behind = await freePort();
  const sockets = new Set<Socket>();
  let received = 0;
  let sent = 0;
  const keep = (socket: Socket, other: Socket): void => {
    sockets.add(socket);
    socket.once('close', () => {
      sockets.delete(socket);
      other.destroy();
    });
    // One that breaks off closes the other, and that is all there is to do.
    socket.on('error', () => undefined);
  };
  const server = createServer((outer) => {
    const inner = connect(behind, '127.0.0.1');
    keep(outer, inner);
    keep(inner, outer);
    outer.on('data', (chunk) => {
      received += chunk.length;
    });
    inner.on('data', (chunk) => {
      sent += chunk.length;
    });
    outer.pipe(inner);
    inner.pipe(outer);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    behind,
    traffic: () => ({ received, sent }),
    async [Symbol.asyncDispose]() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
};
