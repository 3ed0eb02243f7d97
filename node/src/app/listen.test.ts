import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { httpLimits } from '../http/limits.ts';
import { listen } from './listen.ts';

const app = new Hono();
app.get('/', (context) => context.text('here'));

/** What comes back for bytes, until the other side hangs up. */
const send = async (request: string | Buffer): Promise<string> => {
  await using server = await listen(app, { host: '127.0.0.1', port: 0 });
  const { port } = new URL(server.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(request);
  return await text(socket);
};

const get = (address: string, ...fields: readonly string[]): string =>
  [`GET ${address} HTTP/1.1`, ...fields, 'Connection: close', '', ''].join('\r\n');

describe('what no handler ever sees', () => {
  it.each([
    ['bytes that are not ASCII in an address', Buffer.from(get('/search?q=caf\u00e9', 'Host: a'), 'utf8'), 400],
    ['bytes that are no request', 'hello\r\n\r\n', 400],
    ['a Host that is none', get('/', 'Host: a b'), 400],
    ['no Host', get('/'), 400],
    ['header fields beyond the limit', get('/', 'Host: a', `X: ${'x'.repeat(httpLimits.headerBytesMax)}`), 431],
  ])('%s: a problem all the same', async (_title, request, status) => {
    const answer = await send(request);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(head).toMatch(/^content-type: application\/problem\+json$/im);
    expect(head).toMatch(/^access-control-allow-origin: \*$/im);
    expect(JSON.parse(body)).toMatchObject({ status });
  });

  it('an address up to its limit gets past, with the fields that a browser sends', async () => {
    const address = `/?q=${'q'.repeat(httpLimits.urlCharactersMax - 4)}`;
    expect(await send(get(address, 'Host: a', `Cookie: ${'c'.repeat(3_000)}`))).toMatch(/^HTTP\/1\.1 200 [^]*here$/);
  });

  it('and the rest is answered', async () => {
    expect(await send(get('/', 'Host: a'))).toMatch(/^HTTP\/1\.1 200 [^]*here$/);
  });
});
