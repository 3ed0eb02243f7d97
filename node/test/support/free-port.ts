import { once } from 'node:events';
import { createServer } from 'node:net';
import { threadId } from 'node:worker_threads';

/**
 * Below what the kernel gives out by itself: a node that ends and listens again, or that listens long after its origin was chosen,
 * must not find that another test's server or connection was given its port meanwhile.
 */
const first = 10_240;
const portsOfOne = 100;
const shares = 220;

/** Test processes that run at the same time take from different shares. */
const share = first + ((process.pid + threadId) % shares) * portsOfOne;
let taken = 0;

const isFree = async (port: number): Promise<boolean> => {
  const server = createServer();
  const listening = once(server, 'listening').then(
    () => true,
    () => false,
  );
  server.listen(port, '127.0.0.1');
  if (!(await listening)) return false;
  server.close();
  await once(server, 'close');
  return true;
};

/** A port of loopback that nothing listens on: for a node whose origin has to be known before it runs. */
export const freePort = async (): Promise<number> => {
  for (let looks = 0; looks < portsOfOne; looks += 1) {
    const port = share + (taken % portsOfOne);
    taken += 1;
    if (await isFree(port)) return port;
  }
  throw new Error(`no port from ${share} on is free`);
};
