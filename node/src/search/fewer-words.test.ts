import { describe, expect, test } from 'vitest';
import { queryWords } from '../language/query-words.ts';
import { TextVocabulary } from '../language/vocabulary.fixture.ts';
import type { SearchView } from '../project/search-index/search-view.ts';
import { fewerWords } from './fewer-words.ts';

const vocabulary = new TextVocabulary([
  'Televisie 43 inch',
  'Televisie 55 inch',
  'Nagellak rood',
  'Nagellak roze',
  'Fietspomp mini',
  'Kindertandpasta',
  'Tandpasta mint',
  'Lamp mini',
  'Boek voor kinderen',
  'Telefoon',
  'Fiets repareren',
]);
const choicesFor = (query: string): readonly string[] =>
  fewerWords(queryWords(query, vocabulary, { prefixLast: false }), {
    vocabulary,
    subjectEnd: 11,
  } as unknown as SearchView).map(({ words }) => words.map(({ word }) => word).join(' '));

describe('fewerWords', () => {
  test.each([
    // What nobody has written is left out, wherever it stands
    ['goedkope televisie', ['televisie']],
    ['televisie samsung', ['televisie']],
    ['samsung televisie', ['televisie']],
    ['tandpasta sensitive', ['tandpasta']],
    // What it is stays, what it is like goes
    ['rode fietspomp', ['fietspomp']],
    ['fietspomp rood', ['fietspomp']],
    ['mooie rode fietspomp', ['rode fietspomp', 'fietspomp']],
    ['roze mini fietspomp', ['mini fietspomp', 'roze fietspomp', 'fietspomp']],
    // A thing by name that nobody has is not found by what it is like
    ['rode paraplu', []],
    ['paraplu rood', []],
    ['goedkope kettingzaag', []],
    ['skateboard voor kinderen', []],
    ['xyzzyq qwerty', []],
    // Neither another thing repaired, nor the thing itself
    ['telefoon repareren', []],
    ['goedkoop telefoon repareren', ['telefoon repareren']],
  ])('%s', (query, choices) => {
    expect(choicesFor(query)).toEqual(choices);
  });
});
