import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  descriptionTerms,
  eventNameTerms,
  indexTerms,
  nameTerms,
  placeNameTerms,
  stemLanguageOf,
  titleTerms,
} from './index-terms.ts';
import { stemLanguages, stemMark } from './language.ts';
import { languageLimits } from './limits.ts';
import { indexWeights } from './weights.ts';

const weightOf = (text: string, term: string): number | undefined =>
  indexTerms(text, 'nl').find((found) => found.term === term)?.weight;

const manyWords = (count: number): string => Array.from({ length: count }, (_, at) => `w${at}`).join(' ');

const wordCount = (words: number): number =>
  indexTerms(manyWords(words), 'nl').filter(({ term }) => !term.startsWith(stemMark)).length;

const weightIn = (name: string, term: string): number | undefined =>
  nameTerms(name, 'nl').find((found) => found.term === term)?.weight;

const weightInEventName = (name: string, term: string): number | undefined =>
  eventNameTerms(name, 'nl').find((found) => found.term === term)?.weight;

const weightInDescription = (text: string, term: string): number | undefined =>
  descriptionTerms(text, 'nl').find((found) => found.term === term)?.weight;

const weightsInTitle = (text: string): ReadonlyMap<string, number> =>
  new Map(titleTerms(text, 'nl').map(({ term, weight }) => [term, weight]));

const weightInPlaceName = (name: string, term: string): number =>
  placeNameTerms(name, 'nl').reduce((sum, found) => (found.term === term ? sum + found.weight : sum), 0);

describe('nameTerms', () => {
  it.each(['Hoes voor telefoon', 'Etui met telefoon', 'Boek over telefoon', 'Case for telefoon'])(
    'holds %j to be no telefoon',
    (name) => {
      expect(weightIn(name, '~telefoon')).toBe(indexWeights.aside);
      expect(weightIn(name, name.split(' ')[0]?.toLowerCase() ?? '')).toBe(indexWeights.word);
    },
  );

  it('takes a name that begins so for what it says', () => {
    expect(weightIn('Voor telefoon', '~telefoon')).toBe(indexWeights.stem);
  });
});

describe('a noun behind another, in a name', () => {
  it.each([
    ['azijn wijn 500 ml', 'wijn'],
    ['pedalen kinderfiets', 'kinderfiets'],
    ['tuin stoel', 'stoel'],
  ])('counts much less: %s', (name, word) => {
    expect(weightIn(name, word)).toBe(indexWeights.behindNoun);
  });

  it('counts in full behind a brand that is made of nouns, and in the name of a place', () => {
    const ofBrand = nameTerms('Lichtspaak fietstas', 'nl', { brand: 'Lichtspaak' });
    expect(ofBrand.find(({ term }) => term === 'fietstas')?.weight).toBe(indexWeights.word);
    expect(weightIn('Lichtspaak fietstas', 'fietstas')).toBe(indexWeights.behindNoun);
    expect(weightInPlaceName('Verfwinkel Kwast', 'kwast')).toBe(indexWeights.word);
  });

  it.each([
    ['jonge kaas', 'kaas'],
    ['houten blokken', 'blokken'],
    ['Spakenlust kinderhelm', 'kinderhelm'],
    ['dames fiets', 'fiets'],
  ])('is not meant where what stands before only describes: %s', (name, word) => {
    expect(weightIn(name, word)).toBe(indexWeights.word);
  });
});

describe('eventNameTerms', () => {
  it('holds what stands behind a colon to be what it is about', () => {
    expect(weightInEventName('Tentoonstelling: IJs op de vaart', 'tentoonstelling')).toBe(indexWeights.word);
    expect(weightInEventName('Tentoonstelling: IJs op de vaart', 'ijs')).toBe(indexWeights.title);
    expect(weightInEventName('IJs op de vaart', 'ijs')).toBe(indexWeights.word);
  });
});

describe('descriptionTerms', () => {
  it('holds what a thing has to be no such thing, up to the end of the sentence', () => {
    expect(weightInDescription('Met kip en rijst. Volledige brokken.', 'rijst')).toBe(indexWeights.aside);
    expect(weightInDescription('Met kip en rijst. Volledige brokken.', 'brokken')).toBe(indexWeights.word);
  });

  it('reads as many words as of any text, in however many sentences', () => {
    for (const count of [languageLimits.textWordsMax, languageLimits.textWordsMax + 1]) {
      const terms = descriptionTerms(manyWords(count).replaceAll(' ', '. '), 'nl');
      expect(terms.filter(({ term }) => !term.startsWith(stemMark))).toHaveLength(languageLimits.textWordsMax);
    }
  });
});

describe('titleTerms', () => {
  it('holds what a book is about to be no such thing, and who wrote it neither', () => {
    const weights = weightsInTitle('Eenvoudig: kaas – Doutzen Bakker');
    expect(weights.get('kaas')).toBe(indexWeights.title);
    expect(weights.get('bakker')).toBe(indexWeights.author);
  });

  it('ends a title at a dash between words alone', () => {
    expect(weightsInTitle('Zelf-gemaakte kaas').get('kaas')).toBe(indexWeights.title);
  });
});

describe('placeNameTerms', () => {
  it('says what a shop sells that is called after it', () => {
    expect(weightInPlaceName('Wijnhandel De Kurk', '~wijn')).toBe(indexWeights.otherPart + indexWeights.soldPart);
  });

  it('has no asides: a shop is called by all of its name', () => {
    expect(weightInPlaceName('Slagerij van Dijk', 'dijk')).toBe(indexWeights.word);
  });

  it('says nothing of what stands in front of anything else', () => {
    expect(weightInPlaceName('De Kaasplank', '~kaas')).toBe(indexWeights.otherPart);
  });
});

describe('indexTerms', () => {
  it('gives words, stems, and parts that count less', () => {
    expect(indexTerms('Fietspompen', 'nl')).toEqual([
      { term: 'fietspompen', weight: indexWeights.word },
      { term: '~fietspomp', weight: indexWeights.stem },
      { term: '~fiets', weight: indexWeights.otherPart },
      { term: '~pomp', weight: indexWeights.headPart },
    ]);
  });

  it('gives a compound the same stem however its parts are linked', () => {
    expect(weightOf('kattenvoer', '~katvoer')).toBe(indexWeights.stem);
    expect(weightOf('kattevoer', '~katvoer')).toBe(indexWeights.stem);
  });

  it('gives the amount of a measure', () => {
    expect(weightOf('fles 0,5 l', '~500ml')).toBe(indexWeights.stem);
    expect(weightOf('fles 500ml', '~500ml')).toBe(indexWeights.stem);
    expect(weightOf('band 28x1,75', '28')).toBe(indexWeights.piece);
  });

  it('gives a word once for each time that it stands there', () => {
    expect(indexTerms('koek en zopie en koek', 'nl').filter(({ term }) => term === '~koek')).toHaveLength(2);
  });

  it('stems no word that says nothing', () => {
    expect(indexTerms('de het een', 'nl').map(({ term }) => term)).toEqual(['de', 'het', 'een']);
  });

  test.each([
    ['en', 'Running shoes and batteries', ['~shoe', '~batteri']],
    ['de', 'Häuser und Bücher', ['~haus', '~buch']],
    ['fr', 'Chaussures légères', ['~chaussur', '~leger']],
  ] as const)('stems %s', (language, text, stems) => {
    expect(indexTerms(text, language).map(({ term }) => term)).toEqual(expect.arrayContaining([...stems]));
  });

  it('reads so many words and no more', () => {
    const { textWordsMax } = languageLimits;
    expect(wordCount(textWordsMax)).toBe(textWordsMax);
    expect(wordCount(textWordsMax + 1)).toBe(textWordsMax);
  });

  it('never throws, and weighs everything from above zero to one', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom(...stemLanguages),
        (text, language) => {
          for (const { term, weight } of indexTerms(text, language)) {
            expect(term.replace(stemMark, '')).not.toBe('');
            expect(weight).toBeGreaterThan(0);
            expect(weight).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('stemLanguageOf', () => {
  test.each([
    ['nl', 'nl'],
    ['en-GB', 'en'],
    ['DE', 'de'],
    ['fr-BE', 'fr'],
    ['fy', 'nl'],
    ['eng', 'nl'],
    ['', 'nl'],
  ])('%s', (tag, language) => {
    expect(stemLanguageOf(tag)).toBe(language);
  });
});
