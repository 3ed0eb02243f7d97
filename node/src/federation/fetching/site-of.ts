import { isIP } from 'node:net';
import { isPrivateAddress } from '@openstraat/spec';
import { getDomain } from 'tldts';

const rules = { allowPrivateDomains: true, extractHostname: false, validateHostname: false } as const;
/** Groups of an IPv6 address that say whose network it is: a host has all addresses below them. */
const networkGroups = 4;

const groupsOf = (text: string): readonly string[] => (text === '' ? [] : text.split(':'));

const networkOf = (address: string): string => {
  const [head = '', tail = ''] = address.split('::');
  const [left, right] = [groupsOf(head), groupsOf(tail)];
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return `${[...left, ...zeros, ...right].slice(0, networkGroups).join(':')}::`;
};

/**
 * Who is behind an address, for sharing out places: the domain that somebody registered, by the Public Suffix List, since a wildcard gives its owner
 * as many hosts as they like, and each host as many ports; for a number its network. Within a private network hosts and ports count for themselves:
 * only an operator who trusts it reaches it. Pure.
 */
export const siteOf = (url: URL): string => {
  const hostname = url.hostname.replaceAll(/^\[|\]$|\.$/g, '');
  const family = isIP(hostname);
  if (family !== 0 && isPrivateAddress(hostname)) return url.host;
  if (family !== 0) return family === 6 ? networkOf(hostname) : hostname;
  // A suffix itself, or a name of one label, has nobody above it.
  return getDomain(hostname, rules) ?? (hostname.includes('.') ? hostname : url.host);
};
