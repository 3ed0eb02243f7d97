import { isIP } from 'node:net';
import type { Context } from 'hono';

/** What the server hands on of the connection; absent where a request comes from within. */
interface Connection {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

/** An address without the port that some proxies put behind it. */
const withoutPort = (text: string): string => {
  const trimmed = text.trim();
  return /^\[([^\]]+)\](?::\d+)?$/.exec(trimmed)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(trimmed)?.[1] ?? trimmed;
};

/** The 16-bit groups of a part of an IPv6 address; four bytes in decimals, which may end it, are two of them. */
const groupsOf = (part: string): readonly number[] =>
  part.split(':').flatMap((group) => {
    if (group === '') return [];
    if (!group.includes('.')) return [Number.parseInt(group, 16)];
    const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
    return [a * 256 + b, c * 256 + d];
  });

/** All eight groups of an IPv6 address. */
const ipv6Groups = (address: string): readonly number[] => {
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const front = groupsOf(head);
  if (tail === undefined) return front;
  const back = groupsOf(tail);
  return [...front, ...Array<number>(Math.max(0, 8 - front.length - back.length)).fill(0), ...back];
};

/** The IPv4 address that an IPv6 address stands for (RFC 4291, 2.5.5.2); undefined for all others. */
const mappedIpv4 = (groups: readonly number[]): string | undefined => {
  const [high = 0, low = 0] = groups.slice(6);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return isMapped ? [high >> 8, high & 255, low >> 8, low & 255].join('.') : undefined;
};

/**
 * What stands for one client: its IPv4 address, or the first 64 bits of its IPv6 address, which is what one household has.
 * @returns undefined for what is no address
 */
export const clientOfAddress = (text: string): string | undefined => {
  const address = withoutPort(text);
  const version = isIP(address);
  if (version === 4) return address;
  if (version !== 6) return undefined;
  const groups = ipv6Groups(address);
  const network = groups.slice(0, 4).map((group) => group.toString(16));
  return mappedIpv4(groups) ?? `${network.join(':')}::/64`;
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
