import { once } from 'node:events';
import { createServer } from 'node:net';

/** The port to listen on: 0 becomes one that is free, since an origin has to be known before anything listens. */
export const choosePort = async (port: number, host: string): Promise<number> => {
  if (port !== 0) return port;
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : port;
};
