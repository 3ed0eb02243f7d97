import { generateKeyPair, signDocument } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import { type ListedKey, trustKeys } from './trusted-keys.ts';

const base = 'https://winkels.example/.well-known/openstraat#';
const pairs = Array.from({ length: 5 }, generateKeyPair);
const times = Array.from({ length: 5 }, (_, at) => `2026-0${at + 1}-01T00:00:00Z`);
const recoveryPair = generateKeyPair();

const key = (at: number, more: { readonly revoked?: string } = {}): ListedKey => ({
  id: `${base}key-${at}`,
  publicKeyMultibase: pairs[at]?.publicKeyMultibase ?? '',
  validFrom: times[at] ?? '',
  ...more,
});
const recovery: ListedKey = {
  id: `${base}recovery`,
  publicKeyMultibase: recoveryPair.publicKeyMultibase,
  validFrom: times[0] ?? '',
};

const signedBy = (signer: number | 'recovery', unsigned: ListedKey): ListedKey => {
  const { revoked, ...document } = unsigned;
  const secretKeyMultibase = (signer === 'recovery' ? recoveryPair : pairs[signer])?.secretKeyMultibase ?? '';
  const verificationMethod = signer === 'recovery' ? recovery.id : `${base}key-${signer}`;
  const signed = signDocument(document, { secretKeyMultibase, verificationMethod, created: unsigned.validFrom });
  return { ...signed, ...(revoked === undefined ? {} : { revoked }) };
};

const trusted = (listed: readonly ListedKey[], pinnedKeys?: readonly number[]): readonly string[] | undefined =>
  trustKeys(
    listed,
    recovery,
    pinnedKeys && {
      keys: pinnedKeys.map((at) => pairs[at]?.publicKeyMultibase ?? ''),
      recovery: recovery.publicKeyMultibase,
    },
  )?.keys.map(({ id }) => id.slice(base.length));

describe('the keys that count', () => {
  it.each<[string, readonly ListedKey[], readonly number[] | undefined, readonly string[] | undefined]>([
    ['the oldest, on the first contact', [key(1), key(0)], undefined, ['key-0']],
    ['one signed by it', [key(0), signedBy(0, key(1))], undefined, ['key-0', 'key-1']],
    ['a chain', [key(0), signedBy(1, key(2)), signedBy(0, key(1))], undefined, ['key-0', 'key-1', 'key-2']],
    ['one signed by the recovery key', [key(0), signedBy('recovery', key(3))], undefined, ['key-0', 'key-3']],
    ['not one signed by itself', [key(0), signedBy(1, key(1))], undefined, ['key-0']],
    ['not one signed by one that is not trusted', [key(0), key(1), signedBy(1, key(2))], undefined, ['key-0']],
    [
      'not one signed by a key revoked before',
      [key(0, { revoked: times[1] ?? '' }), signedBy(0, key(2))],
      undefined,
      ['key-0'],
    ],
    [
      'one signed by a key revoked later, itself revoked since',
      [key(0, { revoked: times[3] ?? '' }), signedBy(0, key(2, { revoked: times[4] ?? '' }))],
      undefined,
      ['key-0', 'key-2'],
    ],
    [
      'not one whose proof is over something else',
      [key(0), { ...signedBy(0, key(1)), validFrom: times[2] ?? '' }],
      undefined,
      ['key-0'],
    ],
    ['those known from before, and what they signed', [signedBy(1, key(2)), key(1)], [1], ['key-1', 'key-2']],
    ['not an older one that turns up later', [key(0), key(1)], [1], ['key-1']],
    ['none where none is known', [key(2)], [0, 1], undefined],
    ['one that the recovery key signed when all others were lost', [signedBy('recovery', key(4))], [0], ['key-4']],
  ])('are %s', (_what, listed, pinned, expected) => {
    expect(trusted(listed, pinned)).toEqual(expected);
  });

  it('are judged by the recovery key of the first contact', () => {
    const other = generateKeyPair();
    const stolen = { ...recovery, publicKeyMultibase: other.publicKeyMultibase };
    const { secretKeyMultibase } = other;
    const forged = signDocument(key(4), {
      secretKeyMultibase,
      verificationMethod: recovery.id,
      created: times[4] ?? '',
    });
    const pinned = { keys: [key(0).publicKeyMultibase], recovery: recovery.publicKeyMultibase };
    expect(trustKeys([forged], stolen, undefined)?.keys).toHaveLength(1);
    expect(trustKeys([forged], stolen, pinned)).toBeUndefined();
    expect(trustKeys([key(0), forged], stolen, pinned)).toEqual({ keys: [key(0)], pinned });
  });
});
