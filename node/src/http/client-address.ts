import { isIP } from 'node:net';
import type { Context } from 'hono';

/** What the server hands on of the connection; absent where a request comes from within. */
interface Connection {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

const mappedIpv4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** An address without the port that some proxies put behind it. */
const withoutPort = (text: string): string => {
  const trimmed = text.trim();
  return /^\[([^\]]+)\](?::\d+)?$/.exec(trimmed)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(trimmed)?.[1] ?? trimmed;
};

const groups = (part: string): readonly string[] => part.split(':').filter((group) => group !== '');

const ipv6Groups = (address: string): readonly string[] => {
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const front = groups(head);
  if (tail === undefined) return front;
  const back = groups(tail);
  return [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back];
};

/**
 * What stands for one client: its IPv4 address, or the first 64 bits of its IPv6 address, which is what one household has.
 * @returns undefined for what is no address
 */
export const clientOfAddress = (text: string): string | undefined => {
  const address = withoutPort(text);
  const ipv4 = mappedIpv4.exec(address)?.[1] ?? address;
  const version = isIP(ipv4);
  if (version === 4) return ipv4;
  if (version !== 6) return undefined;
  const network = ipv6Groups(ipv4).slice(0, 4);
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
};

const isLoopback = (client: string): boolean => client.startsWith('127.');
const ipv6Loopback = '::1';

/**
 * Finds who asks, for counting alone: it is never logged and never leaves memory.
 * @param trustedProxies how many proxies before the node put their caller's address into X-Forwarded-For; what stands left of theirs anyone can have written
 * @returns undefined where it can't be told: a request from within, or from this machine when no proxy is named, which may be a proxy for everyone
 */
export const clientOf = (context: Context, trustedProxies: number): string | undefined => {
  const remote = (context.env as Connection | undefined)?.incoming?.socket?.remoteAddress;
  if (remote === undefined) return undefined;
  const direct = clientOfAddress(remote);
  if (trustedProxies === 0)
    return direct === undefined || isLoopback(direct) || remote === ipv6Loopback ? undefined : direct;
  const forwarded = (context.req.header('X-Forwarded-For') ?? '').split(',').filter((part) => part.trim() !== '');
  const named = forwarded.at(-Math.min(trustedProxies, forwarded.length));
  return named === undefined ? direct : (clientOfAddress(named) ?? direct);
};
