import { expect, it } from 'vitest';
import { readBody } from './read-body.ts';

const limits = { bytesMax: 8, msMax: 20 };
const post = (body: ConstructorParameters<typeof Response>[0], headers: Record<string, string> = {}): Request =>
  new Request('https://a.example/inbox', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
const stream = (pieces: readonly string[], end: 'close' | 'never' | 'error') =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      if (end === 'close') controller.close();
      if (end === 'error') controller.error(new Error('cut'));
    },
  });

it.each([
  ['all that fits', post('12345678'), '12345678'],
  ['in pieces', post(stream(['1234', '5678'], 'close')), '12345678'],
  ['one byte more', post('123456789'), 'too-large'],
  ['one byte more, in pieces', post(stream(['1234', '56789'], 'never')), 'too-large'],
  ['what says that it is larger', post('1', { 'content-length': '9' }), 'too-large'],
  ['what never ends', post(stream(['1'], 'never')), 'too-slow'],
  ['what is cut off', post(stream([], 'error')), 'broken'],
])('reads %s', async (_, request, expected) => {
  const reading = await readBody(request, limits);
  expect(reading.ok ? reading.body.toString() : reading.because).toBe(expected);
});
