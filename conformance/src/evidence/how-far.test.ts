import { expect, it } from 'vitest';
import { evidenceLimits } from './limits.ts';
import { howFar } from './walk.ts';

it('a whole feed is read until what is held of it takes more than it may', () => {
  const { fullBytesMax, fullPagesMax, firstPages } = evidenceLimits;
  const at = howFar({ full: true }, () => fullBytesMax);
  expect([at.pagesMax, at.isTooLong?.()]).toEqual([fullPagesMax, false]);
  expect(howFar({ full: true }, () => fullBytesMax + 1).isTooLong?.()).toBe(true);
  expect(howFar({ full: false }, () => fullBytesMax + 1)).toEqual({ pagesMax: firstPages });
});
