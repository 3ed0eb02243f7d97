import { describe, expect, test } from 'vitest';
import { isAction, isDescribing } from './describing-words.ts';
import { foldText } from './fold.ts';

const each = (list: string): readonly string[] => foldText(list).split(' ');

describe('isDescribing', () => {
  test.each(
    each(
      'rode rood goedkope goedkoopste nieuwe kleine klein mooie gebruikte turfvrije mouwloos roze zwarte red cheap günstiger rotes kleiner neue rouge petite grande bleue maat size xl m 42 55',
    ),
  )('%s says what a thing is like', (text) => {
    expect(isDescribing({ text })).toBe(true);
  });

  test.each(
    each(
      'fiets jurk trui bril televisie kaas lamp licht hart rund glazen kettingzaag paraplu samsung brood drogist dress bike kleid robe velo boek',
    ),
  )('%s names a thing', (text) => {
    expect(isDescribing({ text })).toBe(false);
  });

  test('an amount says how much', () => {
    expect(isDescribing({ text: '28inch', amount: '28inch' })).toBe(true);
  });
});

test('an action is what is done with a thing', () => {
  expect([isAction('repareren'), isAction('fiets')]).toEqual([true, false]);
});
