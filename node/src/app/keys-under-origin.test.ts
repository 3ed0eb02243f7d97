import { expect, it } from 'vitest';
import { makeKeys } from '../config/keys-file.ts';
import { rotateKeys } from '../config/rotate-keys.ts';
import { isSignerBelieved, keysUnderOrigin, recoveryUnder } from './keys-under-origin.ts';

const here = 'https://winkels.example';
const there = 'https://elders.example';
const startMs = Date.UTC(2026, 2, 2);
const nowMs = startMs + 1e9;
const { keys: first, recoverySecret } = makeKeys({ now: () => startMs });
const rotated = rotateKeys(first, { nowMs, overlapDays: 7 });
const recovered = rotateKeys(first, { nowMs, overlapDays: 7, recovery: recoveryUnder(here, recoverySecret) });
const afterTheft = rotateKeys(recovered, { nowMs: nowMs + 1_000, overlapDays: 7 });

it('go on as they are where they sign for each other, or the origin stays', () => {
  expect(keysUnderOrigin(rotated, { origin: there, nowMs })).toBe(rotated);
  expect(isSignerBelieved(rotated, there, nowMs)).toBe(true);
  expect(keysUnderOrigin(afterTheft, { origin: here, nowMs: nowMs + 1_000 })).toBe(afterTheft);
});

it.each([recovered, afterTheft])('need the recovery key again where it has signed, and nothing after that', (keys) => {
  const at = nowMs + 1_000;
  expect(isSignerBelieved(keys, here, at)).toBe(true);
  expect(isSignerBelieved(keys, there, at)).toBe(false);
  const refused = { code: 'origin-changed', message: expect.stringContaining('--recovery-file') as string };
  expect(() => keysUnderOrigin(keys, { origin: there, nowMs: at })).toThrow(expect.objectContaining(refused) as Error);
  const other = makeKeys({ now: () => 0 }).recoverySecret;
  expect(() => keysUnderOrigin(keys, { origin: there, nowMs: at, recoverySecret: other })).toThrow(/not the secret/);
  const moved = keysUnderOrigin(keys, { origin: there, nowMs: at, recoverySecret });
  expect(isSignerBelieved(moved, there, at)).toBe(true);
  expect(keysUnderOrigin(moved, { origin: there, nowMs: at })).toBe(moved);
  // The same secret says of the old origin what it said before.
  expect(keysUnderOrigin(moved, { origin: here, nowMs: at, recoverySecret })).toEqual(keys);
});
