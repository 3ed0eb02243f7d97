import type { Clock } from './clock.ts';

/** The same answer, its bytes sent in another way. */
const sendAs = (answer: Response, pieces: (bytes: Uint8Array) => AsyncIterable<Uint8Array>): Response => {
  async function* sent(): AsyncIterable<Uint8Array> {
    yield* pieces(new Uint8Array(await answer.arrayBuffer()));
  }
  return new Response(ReadableStream.from(sent()), { status: answer.status, headers: answer.headers });
};

/** Breaks off in the middle of its last entry. */
export const cutOff = (answer: Response): Response =>
  sendAs(answer, async function* cut(bytes) {
    yield bytes.subarray(0, bytes.length - 40);
    throw new Error('the connection is cut here');
  });

/** Comes in portions of two bytes: every letter of three bytes is torn apart. */
export const inPieces = (answer: Response): Response =>
  sendAs(answer, async function* torn(bytes) {
    for (let at = 0; at < bytes.length; at += 2) yield bytes.subarray(at, at + 2);
  });

/** Stands still in the middle for so long, then breaks off. */
export const standStill = (answer: Response, clock: Clock, ms: number): Response =>
  sendAs(answer, async function* still(bytes) {
    yield bytes.subarray(0, bytes.length / 2);
    await clock.wait(ms);
    throw new Error('the connection is cut here');
  });

const chunkBytes = 64 * 1024;

/** Goes on with spaces until so many bytes are out, and is no page even then. */
export const goOn = (answer: Response, bytesMax: number): Response =>
  sendAs(answer, async function* on(bytes) {
    yield bytes.subarray(0, -1);
    const spaces = new Uint8Array(chunkBytes).fill(0x20);
    for (let sent = 0; sent < bytesMax; sent += chunkBytes) yield spaces;
  });
