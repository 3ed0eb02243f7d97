import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { isPrivateAddress } from '@openstraat/spec';
import { FetchError } from './fetched.ts';

/** Finds the addresses of a name. @throws as `dns.lookup` does */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

/** Where a socket goes for an address that was judged: a test has a server of loopback stand in for a public one. */
export type Dial = (judged: LookupAddress) => LookupAddress;
const dialItself: Dial = (judged) => judged;

/** Asks the operating system. */
export const systemResolve: Resolve = (hostname) => lookup(hostname, { all: true });

/** Refuses a host that is itself a private address: sockets never look those up. @throws {FetchError} `private-address` */
export const checkLiteralHost = (url: URL, allowPrivateAddress: boolean): void => {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivateAddress && isIP(host) !== 0 && isPrivateAddress(host)) throw new FetchError('private-address');
};

const addressesOf = async (
  hostname: string,
  resolve: Resolve,
  allowPrivateAddress: boolean,
): Promise<readonly [LookupAddress, ...LookupAddress[]]> => {
  const [first, ...others] = await resolve(hostname);
  if (first === undefined) throw new FetchError('host-not-found');
  // A name that also leads inside is not to be trusted with the rest.
  if (!allowPrivateAddress && [first, ...others].some(({ address }) => isPrivateAddress(address)))
    throw new FetchError('private-address');
  return [first, ...others];
};

/** The look-up of a socket: the addresses that were judged are those that it connects to, so a name can't change its mind in between. */
export const guardedLookup =
  (resolve: Resolve, allowPrivateAddress: boolean, dial: Dial = dialItself): LookupFunction =>
  (hostname, options, callback) => {
    addressesOf(hostname, resolve, allowPrivateAddress).then(
      ([first, ...others]) => {
        const { address, family } = dial(first);
        if (options.all === true) callback(null, [{ address, family }, ...others.map(dial)]);
        else callback(null, address, family);
      },
      (error: unknown) => callback(error instanceof Error ? error : new FetchError('host-not-found'), '', 0),
    );
  };
