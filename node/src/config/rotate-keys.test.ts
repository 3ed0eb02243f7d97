import { generateKeyPair } from '@openstraat/spec';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ListedKey, type PinnedKeys, trustKeys } from '../federation/replica/trusted-keys.ts';
import { listedKeys, proveKey } from '../http/listed-keys.ts';
import { makeKeys } from './keys-file.ts';
import { nodeKeysMax, revokedKeyDays, rotateKeys, signingKey } from './rotate-keys.ts';
import type { NodeKeys } from './settings.ts';

const origin = 'https://winkels.example';
const dayMs = 86_400_000;
const startMs = Date.UTC(2026, 2, 2, 6);
const { keys: first, recoverySecret } = makeKeys({ now: () => startMs });

const recoveryKey: ListedKey = {
  id: `${origin}/.well-known/openstraat#recovery-key`,
  publicKeyMultibase: first.recoveryPublicKeyMultibase,
  validFrom: first.keys[0]?.validFrom ?? '',
};
const trusted = (keys: NodeKeys, pinned: readonly NodeKeys['keys'][number][] | undefined) =>
  trustKeys(
    listedKeys(keys, origin),
    recoveryKey,
    pinned && {
      keys: pinned.map(({ publicKeyMultibase }) => publicKeyMultibase),
      recovery: first.recoveryPublicKeyMultibase,
    },
  )?.keys.map(({ id }) => id.split('#')[1]);

const recovery = (secret: string) => ({
  secret,
  prove: (key: Parameters<typeof proveKey>[1]) =>
    proveKey(origin, key, { id: 'recovery-key', secretKeyMultibase: secret }),
});

describe('rotated keys', () => {
  const nowMs = startMs + 100 * dayMs + 123;
  const second = rotateKeys(first, { nowMs, overlapDays: 7 });

  it('sign at once, and the old one counts until the overlap is over', () => {
    expect(second.keys).toMatchObject([
      { id: 'key-1', revoked: '2026-06-17T06:00:00Z' },
      { id: 'key-2', validFrom: '2026-06-10T06:00:00Z', signedBy: 'key-1' },
    ]);
    expect(signingKey(second, nowMs)?.id).toBe('key-2');
    expect(second.recoveryPublicKeyMultibase).toBe(first.recoveryPublicKeyMultibase);
  });

  it('are believed by readers that know the first one, on the first contact and however many there were', () => {
    let keys = second;
    for (let at = 1; at <= 3; at += 1) keys = rotateKeys(keys, { nowMs: nowMs + at, overlapDays: at });
    for (const pinned of [undefined, first.keys, keys.keys.slice(2, 3)])
      expect(trusted(keys, pinned)?.at(-1)).toBe('key-5');
    // A rotation does not give an old key more time.
    expect(keys.keys[0]?.revoked).toBe(rotateKeys(second, { nowMs: nowMs + 1, overlapDays: 1 }).keys[0]?.revoked);
  });

  it('are not believed without the proof, or under another origin', () => {
    const unproven = { ...second, keys: second.keys.map(({ signedBy: _signedBy, ...key }) => key) };
    expect(trusted(unproven, first.keys)).toEqual(['key-1']);
  });

  it('are signed by the recovery key after a theft: the old one counts no longer', () => {
    const keys = rotateKeys(second, {
      nowMs: nowMs + dayMs,
      overlapDays: 7,
      recovery: recovery(recoverySecret),
    });
    expect(keys.keys.map(({ revoked }) => revoked)).toEqual([
      '2026-06-11T06:00:00Z',
      '2026-06-11T06:00:00Z',
      undefined,
    ]);
    expect(trusted(keys, first.keys)).toEqual(['key-1', 'key-2', 'key-3']);
    // Also where the keys between were never seen, and their proofs are gone.
    expect(trusted({ ...keys, keys: keys.keys.slice(2) }, first.keys)).toEqual(['key-3']);
    const other = generateKeyPair().secretKeyMultibase;
    for (const secret of [other, 'z6Mk', ''])
      expect(() => rotateKeys(second, { nowMs, overlapDays: 7, recovery: recovery(secret) })).toThrow(
        expect.objectContaining({ code: 'bad-request' }) as Error,
      );
  });

  it('let the old one count until the new one does, also without an overlap and after a theft in the same second', () => {
    const at = startMs + 5_300;
    const hasty = rotateKeys(first, { nowMs: at, overlapDays: 0 });
    expect(hasty.keys).toMatchObject([{ revoked: '2026-03-02T06:00:06Z' }, { validFrom: '2026-03-02T06:00:05Z' }]);
    expect(trusted(hasty, first.keys)).toEqual(['key-1', 'key-2']);
    const stolen = rotateKeys(hasty, { nowMs: at + 500, overlapDays: 0, recovery: recovery(recoverySecret) });
    expect(stolen.keys.map(({ revoked }) => revoked?.slice(-4))).toEqual([':06Z', ':05Z', undefined]);
    expect(trusted(stolen, first.keys)).toEqual(['key-1', 'key-2', 'key-3']);
  });

  it('mend a list in which a key was revoked when the one that it had signed began', () => {
    const broken: NodeKeys = {
      ...second,
      keys: second.keys.map((key, at) => ({ ...key, revoked: at === 0 ? second.keys[1]?.validFrom : undefined })),
    };
    expect(trusted(broken, first.keys)).toEqual(['key-1']);
    const mended = rotateKeys(broken, { nowMs: nowMs + dayMs, overlapDays: 7 });
    expect(trusted(mended, first.keys)).toEqual(['key-1', 'key-2', 'key-3']);
  });

  it('are believed by whoever knows the first, whenever they read, after any rotations', () => {
    const rotation = fc.record({
      // Also a clock that was set back.
      laterMs: fc.oneof(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: -dayMs, max: 30 * dayMs })),
      overlapDays: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 100, noNaN: true })),
      stolen: fc.boolean(),
      read: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(rotation, { maxLength: 8 }), (rotations) => {
        let keys = first;
        let now = nowMs;
        let pinned: PinnedKeys = {
          keys: first.keys.map(({ publicKeyMultibase }) => publicKeyMultibase),
          recovery: first.recoveryPublicKeyMultibase,
        };
        for (const { laterMs, overlapDays, stolen, read } of rotations) {
          now += laterMs;
          keys = rotateKeys(keys, {
            nowMs: now,
            overlapDays,
            recovery: stolen ? recovery(recoverySecret) : undefined,
          });
          const newest = keys.keys.at(-1);
          expect(signingKey(keys, now)).toBe(newest);
          if (!read) continue;
          const seen = trustKeys(listedKeys(keys, origin), recoveryKey, pinned);
          pinned = seen?.pinned ?? pinned;
          expect(pinned.keys).toContain(newest?.publicKeyMultibase);
        }
        const newest = keys.keys.at(-1)?.id;
        for (const known of [undefined, first.keys]) expect(trusted(keys, known)).toContain(newest);
        // Each key is proven, for who checks the list as it stands.
        const isForwards = rotations.every(({ laterMs }) => laterMs >= 0);
        expect(trusted(keys, first.keys)?.length === keys.keys.length || !isForwards).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('are proven anew by the recovery key under another origin, all that it signed', () => {
    const elsewhere = 'https://elders.example';
    const away = (key: Parameters<typeof proveKey>[1]) =>
      proveKey(elsewhere, key, { id: 'recovery-key', secretKeyMultibase: recoverySecret });
    const before = rotateKeys(second, { nowMs: nowMs + 1, overlapDays: 7, recovery: recovery(recoverySecret) });
    const keys = rotateKeys(before, {
      nowMs: nowMs + dayMs,
      overlapDays: 7,
      recovery: { secret: recoverySecret, prove: away },
    });
    const known = { id: `${elsewhere}/.well-known/openstraat#recovery-key` };
    expect(
      trustKeys(listedKeys(keys, elsewhere), { ...recoveryKey, ...known }, undefined)?.keys.map(({ id }) =>
        id.slice(-5),
      ),
    ).toEqual(['key-1', 'key-2', 'key-3', 'key-4']);
  });
});

describe('a list of keys', () => {
  const nowMs = startMs + dayMs;
  const rotated = (from: NodeKeys, times: number, stepMs: number, overlapDays: number): NodeKeys => {
    let keys = from;
    for (let at = 1; at <= times; at += 1) keys = rotateKeys(keys, { nowMs: nowMs + at * stepMs, overlapDays });
    return keys;
  };
  const full = rotated(first, nodeKeysMax - 1, dayMs, 1);

  it('holds as many as a description lists, and not one more while a reader may need the oldest', () => {
    expect(full.keys).toHaveLength(nodeKeysMax);
    // key-1 was revoked a day after key-2 came, and is needed for a year.
    const freeMs = Date.parse(full.keys[0]?.revoked ?? '') + revokedKeyDays * dayMs;
    expect(() => rotateKeys(full, { nowMs: freeMs - 1_000, overlapDays: 1 })).toThrow(
      /at most 100 keys.* key-1, makes room on 2027-03-05T06:00:00Z\. The recovery key/,
    );
    const next = rotateKeys(full, { nowMs: freeMs, overlapDays: 1 });
    expect(next.keys).toHaveLength(nodeKeysMax);
    expect([next.keys[0]?.id, next.keys.at(-1)?.id]).toEqual(['key-2', 'key-101']);
    // Who has read the feed since then, and who never has.
    for (const pinned of [full.keys.slice(0, 2), undefined]) expect(trusted(next, pinned)).toContain('key-101');
  });

  it('begins anew with the recovery key, and readers go on whatever they knew', () => {
    const later = nowMs + nodeKeysMax * dayMs;
    const anew = rotateKeys(full, { nowMs: later, overlapDays: 7, recovery: recovery(recoverySecret) });
    expect(anew.keys.map(({ id }) => id)).toEqual(['key-100', 'key-101']);
    const next = rotateKeys(anew, { nowMs: later + dayMs, overlapDays: 7 });
    for (const pinned of [first.keys, full.keys.slice(50, 60), undefined])
      expect(trusted(next, pinned)?.slice(-2)).toEqual(['key-101', 'key-102']);
  });
});
