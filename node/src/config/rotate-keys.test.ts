import { generateKeyPair } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import { type ListedKey, trustKeys } from '../federation/replica/trusted-keys.ts';
import { listedKeys, proveKey } from '../http/listed-keys.ts';
import { makeKeys } from './keys-file.ts';
import { nodeKeysMax, rotateKeys, signingKey } from './rotate-keys.ts';
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
    const keys = rotateKeys(second, { nowMs: nowMs + dayMs, overlapDays: 7, recovery: recovery(recoverySecret) });
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

  it('are as many as a description lists, and not one more', () => {
    const [key] = first.keys;
    if (key === undefined) throw new Error('no key');
    const many = (count: number): NodeKeys => ({ ...first, keys: Array<typeof key>(count).fill(key) });
    expect(rotateKeys(many(nodeKeysMax - 1), { nowMs, overlapDays: 0 }).keys).toHaveLength(nodeKeysMax);
    expect(() => rotateKeys(many(nodeKeysMax), { nowMs, overlapDays: 0 })).toThrow(/at most 100 keys/);
  });
});
