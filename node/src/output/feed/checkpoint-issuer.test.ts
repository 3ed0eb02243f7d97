import {
  checkpointChainFaults,
  checkpointHash,
  generateKeyPair,
  kinds,
  type Kind,
  type SignedCheckpoint,
} from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import type { NodeKeys } from '../../config/settings.ts';
import type { LogHead } from '../../log/change-log.ts';
import { type CheckpointIssuer, createCheckpointIssuer } from './checkpoint-issuer.ts';

const liveByKind = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
const head = (position: number, epoch = 'one'): LogHead => ({
  epoch,
  position,
  droppedTombstone: 0,
  live: position,
  liveByKind,
  tombstones: 0,
  digest: BigInt(position),
});

const keyPair = generateKeyPair();
const keys: NodeKeys = {
  keys: [
    { id: 'key-1', validFrom: '2020-01-01T00:00:00Z', ...keyPair },
    { id: 'key-2', validFrom: '2999-01-01T00:00:00Z', ...generateKeyPair() },
  ],
  recoveryPublicKeyMultibase: keyPair.publicKeyMultibase,
};

const start = (last?: SignedCheckpoint): { issuer: CheckpointIssuer; remembered: SignedCheckpoint[] } => {
  const remembered: SignedCheckpoint[] = [];
  let now = Date.parse('2026-03-02T09:00:00Z');
  const issuer = createCheckpointIssuer({
    origin: 'https://waterveen.example',
    keys,
    clock: { now: () => (now += 1_000) },
    load: async () => last,
    remember: async (checkpoint) => {
      remembered.push(checkpoint);
    },
  });
  return { issuer, remembered };
};

describe('the checkpoint issuer', () => {
  it('gives one a head, each naming the one before, however many ask at once', async () => {
    const { issuer, remembered } = start();
    const heads = [head(0), head(0), head(5), head(5), head(9)];
    const given = await Promise.all(heads.map((at) => issuer.checkpointFor(at)));
    expect(given.map(({ position }) => position)).toEqual([0, 0, 5, 5, 9]);
    expect(given[0]).toBe(given[1]);
    expect(remembered.map(({ position }) => position)).toEqual([0, 5, 9]);
    expect(remembered.map(({ previous }) => previous)).toEqual([null, ...remembered.slice(0, 2).map(checkpointHash)]);
    expect(given[4]?.proof.verificationMethod).toBe('https://waterveen.example/.well-known/openstraat#key-1');
  });

  it('goes on with the chain after a restart, without a new link for the same head', async () => {
    const first = start();
    const last = await first.issuer.checkpointFor(head(5));
    const second = start(last);
    expect(await second.issuer.checkpointFor(head(5))).toEqual(last);
    expect((await second.issuer.checkpointFor(head(6))).previous).toBe(checkpointHash(last));
    expect(second.remembered).toHaveLength(1);
  });

  it('answers an older head for exactly that head, and leaves the chain alone', async () => {
    const { issuer, remembered } = start();
    const five = await issuer.checkpointFor(head(5));
    const nine = await issuer.checkpointFor(head(9));
    const late = await issuer.checkpointFor(head(7));
    expect(late.position).toBe(7);
    expect(late.previous).toBe(checkpointHash(five));
    expect((await issuer.checkpointFor(head(10))).previous).toBe(checkpointHash(nine));
    expect(remembered.map(({ position }) => position)).toEqual([5, 9, 10]);
  });

  it('carries the chain into a new epoch, at the same position too', async () => {
    const { issuer, remembered } = start();
    const old = await issuer.checkpointFor(head(5));
    const renewed = await issuer.checkpointFor(head(5, 'two'));
    expect(renewed.previous).toBe(checkpointHash(old));
    expect(await issuer.checkpointFor(head(5))).toBe(old);
    expect(remembered).toHaveLength(2);
  });

  it('never goes back in time with the clock, in this run or the next, nor to a key of before (CHK-011)', async () => {
    const late = Date.parse('2026-03-02T09:00:00Z');
    const keyOfNow = { id: 'key-3', validFrom: '2026-03-02T00:00:00Z', ...generateKeyPair() };
    const issuerAt = (times: number[], last?: SignedCheckpoint): CheckpointIssuer =>
      createCheckpointIssuer({
        origin: 'https://waterveen.example',
        keys: { ...keys, keys: [...keys.keys.slice(0, 1), keyOfNow] },
        clock: { now: () => times.shift() ?? 0 },
        load: async () => last,
        remember: async () => undefined,
      });
    const issuer = issuerAt([late, late - 86_400_000, late + 1]);
    const given = [
      await issuer.checkpointFor(head(1)),
      await issuer.checkpointFor(head(2)),
      await issuer.checkpointFor(head(3)),
    ];
    given.push(await issuerAt([late - 86_400_000], given[2]).checkpointFor(head(4)));
    expect(given.map(({ time }) => Date.parse(time) - late)).toEqual([0, 0, 1, 1]);
    const listed = [...keys.keys, keyOfNow].map(({ id, ...key }) => ({
      ...key,
      id: `https://waterveen.example/.well-known/openstraat#${id}`,
    }));
    expect(checkpointChainFaults(given, listed)).toEqual([]);
    expect(new Set(given.map(({ proof }) => proof.verificationMethod)).size).toBe(1);
  });

  it('gives nothing out that was not remembered', async () => {
    let fails = true;
    const issuer = createCheckpointIssuer({
      origin: 'https://waterveen.example',
      keys,
      clock: { now: Date.now },
      load: async () => undefined,
      remember: async () => {
        if (fails) throw new Error('disk full');
      },
    });
    await expect(issuer.checkpointFor(head(1))).rejects.toThrow('disk full');
    fails = false;
    expect((await issuer.checkpointFor(head(1))).previous).toBeNull();
  });
});
