import { describe, expect, it } from 'vitest';
import { reasonWords } from '../../../search/answer/reason-words.ts';
import { distanceWords } from './result-values.ts';

const spaced = (words: string): string => words.replaceAll('\u00a0', ' ');

describe('a distance', () => {
  it.each([
    [9, '9\u00a0m', '9\u00a0m'],
    [146, '146\u00a0m', '146\u00a0m'],
    [999.4, '999\u00a0m', '999\u00a0m'],
    [999.6, '1\u00a0km', '1\u00a0km'],
    [1_250, '1,3\u00a0km', '1.3\u00a0km'],
    [12_345, '12,3\u00a0km', '12.3\u00a0km'],
  ])('of %f m reads the same beside the result and in its reasons', (metres, dutch, english) => {
    expect([distanceWords(metres, 'nl'), distanceWords(metres, 'en')]).toEqual([dutch, english]);
    expect(reasonWords('nl').distance(metres, 1)).toContain(` ${spaced(dutch)},`);
    expect(reasonWords('en').distance(metres, 1)).toContain(`${spaced(english)} away`);
  });
});
