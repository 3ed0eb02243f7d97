import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { HeldBody, packedAboveBytes } from './held-body.ts';

it('takes little room, and says what was answered', () => {
  const body = Buffer.alloc(1_000_000, 'shops and what they sell. ');
  const held = new HeldBody(body);
  expect(held.heldBytes).toBeLessThan(10_000);
  expect(held.read().equals(body)).toBe(true);
});

it('is packed above the limit only, and where that makes it smaller', () => {
  expect(new HeldBody(Buffer.alloc(packedAboveBytes)).heldBytes).toBe(packedAboveBytes);
  expect(new HeldBody(Buffer.alloc(packedAboveBytes + 1)).heldBytes).toBeLessThan(packedAboveBytes);
  const noise = randomBytes(100_000);
  const held = new HeldBody(noise);
  expect(held.heldBytes).toBe(noise.length);
  expect(held.read().equals(noise)).toBe(true);
});
