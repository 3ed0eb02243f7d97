import { nodeDescriptionExample } from '@openstraat/spec';
import { expect, it } from 'vitest';
import { replicaLimits } from './limits.ts';
import { readPeer } from './read-peer.ts';

/** What is wrong with a description of so many bytes; nothing where it is read. */
const read = async (bytes: number) => {
  const text = JSON.stringify(nodeDescriptionExample);
  const body = Buffer.from(text + ' '.repeat(bytes - Buffer.byteLength(text)));
  const reading = await readPeer(nodeDescriptionExample.origin, {
    fetcher: {
      get: (url) =>
        Promise.resolve({ ok: true, url, status: 200, headers: new Map(), body, encodedBytes: body.length }),
    },
    writer: { note: async () => undefined, keepNote: async () => {} },
    clock: { now: () => Date.UTC(2026, 2, 2) },
    limits: replicaLimits,
    signal: undefined,
  });
  return reading.ok ? '' : reading.reason.words;
};

it('reads a description as large as the limit, and refuses one byte more', async () => {
  const { descriptionBytesMax } = replicaLimits;
  expect(await read(descriptionBytesMax)).not.toContain('larger than');
  expect(await read(descriptionBytesMax + 1)).toBe(`it is larger than ${descriptionBytesMax} bytes`);
});
