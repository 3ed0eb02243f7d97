/** Is this URL on the host under test? The same port, or from plain http to https on their own ports. */
export const isSameHost = (tested: URL, url: URL): boolean =>
  url.hostname === tested.hostname &&
  (url.protocol === tested.protocol
    ? url.port === tested.port
    : tested.protocol === 'http:' && url.protocol === 'https:' && tested.port === '' && url.port === '');

/** Reads an http(s) address; undefined when it is none, or carries a user name. */
export const parseHttpUrl = (address: string, base?: string): URL | undefined => {
  const url = URL.parse(address, base);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url : undefined;
};
