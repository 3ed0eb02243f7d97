import { isIP } from 'node:net';
import { isPrivateAddress } from '@openstraat/spec';

/** The host of a URL as an IP address, without the brackets of IPv6; undefined when it is a name. */
const literalAddress = (url: URL): string | undefined => {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 ? undefined : host;
};

/** Does the URL itself say that it is on this machine? */
export const isLoopbackUrl = (url: URL): boolean => {
  const address = literalAddress(url);
  return address === undefined
    ? url.hostname === 'localhost' || url.hostname.endsWith('.localhost')
    : address === '::1' || address.startsWith('127.');
};

/** Does the URL itself say that it is private? Only then may requests go to private addresses. */
export const isPrivateUrl = (url: URL): boolean => {
  const address = literalAddress(url);
  return address === undefined
    ? url.hostname === 'localhost' || url.hostname.endsWith('.localhost')
    : isPrivateAddress(address);
};
