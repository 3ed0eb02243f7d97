import { generateKeyPair, kinds, type Kind } from '@openstraat/spec';
import { expect, it } from 'vitest';
import { createCheckpointIssuer } from './checkpoint-issuer.ts';

const liveByKind = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
const head = (position: number) => ({
  epoch: 'one',
  position,
  droppedTombstone: 0,
  live: position,
  liveByKind,
  tombstones: 0,
  digest: BigInt(position),
});

it('keeps 64 checkpoints for readers that come late, and forgets the oldest for one more', async () => {
  const keyPair = generateKeyPair();
  const issuer = createCheckpointIssuer({
    origin: 'https://waterveen.example',
    keys: {
      keys: [{ id: 'key-1', validFrom: '2020-01-01T00:00:00Z', ...keyPair }],
      recoveryPublicKeyMultibase: keyPair.publicKeyMultibase,
    },
    clock: { now: () => Date.UTC(2026, 2, 2) },
    load: async () => undefined,
    remember: async () => {},
  });
  const first = await issuer.checkpointFor(head(1));
  for (let position = 2; position <= 64; position++) await issuer.checkpointFor(head(position));
  expect(await issuer.checkpointFor(head(1))).toBe(first);
  await issuer.checkpointFor(head(65));
  const again = await issuer.checkpointFor(head(1));
  expect(again).not.toBe(first);
  expect(again).toMatchObject({ position: 1, digest: first.digest });
});
