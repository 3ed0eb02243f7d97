import { expect, test } from 'vitest';
import { remembered } from './remembered.ts';

test('remembered asks again only when it has forgotten', () => {
  let asked = 0;
  const read = remembered((raw) => {
    asked++;
    return raw.length;
  });
  for (let round = 0; round < 2; round++) for (let index = 0; index < 8_192; index++) read(`${index}`);
  expect(asked).toBe(8_192);
  read('one more');
  read('0');
  expect(asked).toBe(8_194);
  read('x'.repeat(65));
  read('x'.repeat(65));
  expect(asked).toBe(8_196);
});
