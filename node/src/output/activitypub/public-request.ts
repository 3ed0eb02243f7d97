import type { Context } from 'hono';

/**
 * The request as the world sent it: under the public origin, whatever the node listens on and whatever a proxy before it made of the Host field.
 * Signatures cover the public host, so one made for another host does not verify here.
 */
export const publicRequest = (context: Context, origin: string, accept?: string): Request => {
  const { raw, url } = context.req;
  const asked = new URL(url);
  const headers = new Headers(raw.headers);
  headers.set('Host', new URL(origin).host);
  if (accept !== undefined) headers.set('Accept', accept);
  const hasBody = raw.method !== 'GET' && raw.method !== 'HEAD';
  return new Request(origin + asked.pathname + asked.search, {
    method: raw.method,
    headers,
    signal: raw.signal,
    // A stream hands the bytes on as they come: the digest in a signature is of exactly these.
    ...(hasBody && raw.body !== null ? { body: raw.body, duplex: 'half' } : {}),
  });
};
