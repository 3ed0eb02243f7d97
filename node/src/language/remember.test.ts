import { expect, test } from 'vitest';
import { remember } from './remember.ts';

test('remembers what comes often, and never more than it may', () => {
  const asked: string[] = [];
  const answer = remember((word) => {
    asked.push(word);
    return word === 'none' ? undefined : word.toUpperCase();
  }, 4);
  for (const word of ['often', 'none', 'often', 'none', 'a', 'often', 'b', 'often', 'c', 'often', 'd', 'often'])
    expect(answer(word)).toBe(word === 'none' ? undefined : word.toUpperCase());
  expect(asked).toEqual(['often', 'none', 'a', 'b', 'c', 'd']);
  answer('none');
  expect(asked.filter((word) => word === 'none')).toHaveLength(2);
});
