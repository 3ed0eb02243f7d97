import { expect, it } from 'vitest';
import { trustKeys } from './trusted-keys.ts';

const key = (at: number) => ({
  id: `https://winkels.example/.well-known/openstraat#key-${at}`,
  publicKeyMultibase: `z6Mk${at}`,
  validFrom: '2026-01-01T00:00:00Z',
});

/** What is pinned of a peer that lists so many keys. */
const pinnedOf = (keys: number): readonly string[] => {
  const listed = Array.from({ length: keys }, (_, at) => key(at));
  const known = { keys: listed.map(({ publicKeyMultibase }) => publicKeyMultibase), recovery: 'z6Mkr' };
  return trustKeys(listed, { ...key(0), publicKeyMultibase: 'z6Mkr' }, known)?.pinned.keys ?? [];
};

it('pins two hundred keys of a peer, and lets the oldest go for one more', () => {
  expect(pinnedOf(200)).toHaveLength(200);
  const past = pinnedOf(201);
  expect([past.length, past[0], past.at(-1)]).toEqual([200, 'z6Mk1', 'z6Mk200']);
});
