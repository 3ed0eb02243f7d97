import { expect, it } from 'vitest';
import { RememberedMatches } from './remembered-matches.ts';
import type { TermGroup, TextMatches } from './search-view.ts';

const word = (term: string): readonly TermGroup[] => [{ alternatives: [{ terms: [term], weight: 1 }] }];

/** What a search finds in arrays that the next one writes over. */
const matcher = () => {
  const scratch = new Uint32Array(10_000);
  let asked = 0;
  return {
    get asked() {
      return asked;
    },
    match: (count: number) => (): TextMatches => {
      asked += 1;
      scratch.fill(asked);
      return {
        count,
        subjects: scratch,
        scores: new Float32Array(scratch),
        full: 1,
        measure: { wordsMean: 1, rarities: [1] },
      };
    },
  };
};

it('finds the same words once, until a text changes', () => {
  const matches = matcher();
  const remembered = new RememberedMatches(10_000);
  const find = (term: string, version: number): TextMatches =>
    remembered.find(word(term), 'text', version, matches.match(1_000));
  const first = find('fiets', 1);
  find('lamp', 1);
  expect(find('fiets', 1)).toBe(first);
  expect(first.subjects).toHaveLength(1_000);
  expect(first.subjects.every((subject) => subject === 1)).toBe(true);
  expect(matches.asked).toBe(2);
  expect(find('fiets', 2).subjects[0]).toBe(3);
  expect(remembered.find(word('fiets'), 'assortment', 2, matches.match(1_000)).subjects[0]).toBe(4);
  expect(remembered.find(word('fiets'), 'text', 3, matches.match(1_000)).subjects[0]).toBe(5);
});

it('remembers as many as it may, and forgets the longest unasked first', () => {
  const matches = matcher();
  const remembered = new RememberedMatches(3_000);
  const find = (term: string, count: number): TextMatches =>
    remembered.find(word(term), 'text', 1, matches.match(count));
  const [fiets, lamp] = [find('fiets', 1_500), find('lamp', 1_500)];
  expect([find('lamp', 1_500), find('fiets', 1_500)]).toEqual([lamp, fiets]);
  expect(matches.asked).toBe(2);
  find('pomp', 1_501);
  expect(matches.asked).toBe(3);
  find('lamp', 1_500);
  expect(matches.asked).toBe(4);
  // What is larger than all that may be remembered is not, and drives nothing out.
  find('rood', 3_001);
  find('rood', 3_001);
  expect(matches.asked).toBe(6);
  find('lamp', 1_500);
  expect(matches.asked).toBe(6);
});
