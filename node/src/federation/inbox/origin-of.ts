/** Scheme, host and port of an http or https address; undefined for anything else. */
export const originOf = (address: string): string | undefined => {
  const url = URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
    ? url.origin
    : undefined;
};
