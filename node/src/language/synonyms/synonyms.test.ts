import { describe, expect, it, test } from 'vitest';
import { wordsOf } from '../words.ts';
import { productWords } from './product-words.ts';
import { synonymsOf, synonymWordsMax } from './synonyms.ts';

const terms = (phrase: string): string[] => synonymsOf(phrase.split(' ')).map((alternative) => alternative.join(' '));

describe('synonymsOf', () => {
  test.each([
    ['tv', '~televisie'],
    ['televisies', '~tv'],
    ['mobieltjes', '~gsm'],
    ['bike', '~fiets'],
    ['bicycles', '~fiets'],
    ['velos', '~fiets'],
    ['vacuum cleaner', '~stofzuiger'],
    ['washing machines', '~wasmachin'],
    ['fiets', '~bike'],
    ['papier toilette', '~toiletpapier'],
    ['fietsslot', '~ringslot'],
    ['fahrradschloss', '~ringslot'],
    ['antivol', '~kettingslot'],
    ['bike lock', '~vouwslot'],
    ['lock', '~hangslot'],
    ['voorlicht', '~koplamp'],
    ['bike light', '~voorlicht'],
    ['fietsverlichting', '~koplamp'],
  ])('%s is also %s', (phrase, other) => {
    expect(terms(phrase)).toContain(other);
  });

  test.each(['constructor', '', 'x', 'vacuum', 'slang', 'map', 'gift'])('%j is nothing else', (phrase) => {
    expect(terms(phrase)).toEqual([]);
  });

  test.each([
    ['vis', '~schroef'],
    ['jas', '~vest'],
    ['kaarsen', '~kers'],
    ['pil', '~batterij'],
    ['batterij', '~pil'],
    ['ringslot', '~kettingslot'],
    ['koplamp', '~achterlicht'],
    ['repareren', '~maak'],
  ])('%s is not also %s', (phrase, other) => {
    expect(terms(phrase)).not.toContain(other);
  });

  it('never gives back what it was asked', () => {
    expect(terms('fiets')).not.toContain('~fiets');
  });
});

describe('the list of product words', () => {
  it('has four languages a row, a Dutch word in each, and phrases that a query can have', () => {
    for (const row of productWords) {
      const columns = row.split('|');
      expect([row, columns.length]).toEqual([row, 4]);
      expect(columns[0]?.trim()).not.toBe('');
      for (const phrase of row.split(/[|,]/)) expect(wordsOf(phrase, 99).length).toBeLessThanOrEqual(synonymWordsMax);
    }
  });
});
