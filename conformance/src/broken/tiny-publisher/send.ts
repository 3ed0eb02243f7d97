import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { TinyAnswer } from './answer.ts';

const compressedAbove = 1_024;

/** Makes an HTTP answer: ETag, 304, HEAD, gzip, and what scripts of other sites need. */
export const send = (answer: TinyAnswer, request: Request): Response => {
  const { status, type, body } = answer;
  const headers = new Headers({
    'content-type': type,
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=5',
    ...answer.headers,
  });
  headers.append('vary', 'Accept-Encoding');
  if (status === 200) {
    const tag = `"${hash('sha256', `${type}\n${body}`, 'hex').slice(0, 20)}"`;
    headers.set('etag', tag);
    if (request.headers.get('if-none-match') === tag) {
      headers.delete('content-type');
      return new Response(null, { status: 304, headers });
    }
  }
  const isCompressed =
    Buffer.byteLength(body) > compressedAbove && /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  if (isCompressed) headers.set('content-encoding', 'gzip');
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  return new Response(isCompressed ? gzipSync(body) : body, { status, headers });
};
