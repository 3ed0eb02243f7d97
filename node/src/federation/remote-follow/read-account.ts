import { remoteFollowLimits } from './limits.ts';

/** An account on a server. */
export interface Account {
  readonly name: string;
  /** Host, and port where it is named. */
  readonly host: string;
}

/** The host in its normal form; undefined for what names more than a host and port. */
const normalHost = (host: string): string | undefined => {
  const url = URL.parse(`https://${host}/`);
  return url === null || url.href !== `https://${url.host}/` || url.username !== '' ? undefined : url.host;
};

const decodePart = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
};

/**
 * Reads how somebody writes who they are: `@anna@mastodon.example`, with or without the first sign, or the address of their profile.
 * @returns undefined when it is neither
 */
export const readAccount = (given: string): Account | undefined => {
  const text = given.trim();
  if (text.length > remoteFollowLimits.accountCharactersMax) return undefined;
  const [, name, host] = /^(?:acct:)?@?([^\s@:/?#]+)@([^\s@/?#]+)$/i.exec(text) ?? [];
  if (name !== undefined && host !== undefined) {
    const normal = normalHost(host);
    return normal === undefined ? undefined : { name, host: normal };
  }
  // Mastodon shows profiles at /@anna, others at /users/anna and the like: the last part is the name.
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '') return undefined;
  const [, profile] = /\/@?([^/@]+)\/?$/.exec(url.pathname) ?? [];
  const decoded = profile === undefined ? undefined : decodePart(profile);
  return decoded === undefined ? undefined : { name: decoded, host: url.host };
};
