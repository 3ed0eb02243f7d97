import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { languageLimits } from './limits.ts';
import { placeKindTerms } from './place-kind-terms.ts';
import { queryWords } from './query-words.ts';
import { isStopWord } from './stop-words.ts';
import { TextVocabulary } from './vocabulary.fixture.ts';
import { wordsOf } from './words.ts';

const shelf = [
  'Fietspomp met voetpedaal',
  'Stadsfiets dames 28 inch',
  'Kattenvoer met kip 1,5 kg',
  'Zwart T-shirt maat L',
  'Laptop hoes 15 inch',
  'Televisie 43 inch',
  'Tomaten per kilo',
  'Ledlamp E27 6 W',
  'Knoopcel LR44',
  'Speltbrood',
  'Handschoenen van leer',
  'Wandelschoenen',
  'Crème brûlée',
  'Mascara waterproof',
  'Broodrooster chroom',
  'Shampoo droog haar 300 ml',
];
const vocabulary = new TextVocabulary(shelf);
const found = (query: string, prefixLast = false): string[] =>
  vocabulary.find(queryWords(query, vocabulary, { prefixLast })).map((number) => shelf[number] ?? '');

const kindIsFound = (tag: string, query: string): boolean => {
  const own = new TextVocabulary(['De Zon'], 'nl', placeKindTerms(tag));
  return own.find(queryWords(query, own, { prefixLast: false })).length > 0;
};

const roles = (query: string): readonly (string | undefined)[] =>
  queryWords(query, vocabulary, { prefixLast: false }).map(({ role }) => role);

describe('queryWords', () => {
  test.each([
    ['fietspomp', ['Fietspomp met voetpedaal']],
    ['fiets pomp', ['Fietspomp met voetpedaal']],
    ['fietspompen', ['Fietspomp met voetpedaal']],
    ['fietspompje', ['Fietspomp met voetpedaal']],
    ['waar kan ik een fietspomp kopen', ['Fietspomp met voetpedaal']],
    ['where can i buy a bike pump near me', ['Fietspomp met voetpedaal']],
    ['Wo kann ich eine Fahrradpumpe kaufen?', ['Fietspomp met voetpedaal']],
    ['où acheter une pompe à vélo', ['Fietspomp met voetpedaal']],
    ['fietspmp', ['Fietspomp met voetpedaal']],
    ['kat voer', ['Kattenvoer met kip 1,5 kg']],
    ['katten voer', ['Kattenvoer met kip 1,5 kg']],
    ['kattevoer', ['Kattenvoer met kip 1,5 kg']],
    ['cat food', ['Kattenvoer met kip 1,5 kg']],
    ['1500 gram kattenvoer', ['Kattenvoer met kip 1,5 kg']],
    ['tshirt', ['Zwart T-shirt maat L']],
    ['t shirts', ['Zwart T-shirt maat L']],
    ['zwarte t-shirts', ['Zwart T-shirt maat L']],
    ['laptophoes', ['Laptop hoes 15 inch']],
    ['laptop hoesjes', ['Laptop hoes 15 inch']],
    ['tv', ['Televisie 43 inch']],
    ['tv 43"', ['Televisie 43 inch']],
    ['fernseher', ['Televisie 43 inch']],
    ['tomaat', ['Tomaten per kilo']],
    ['tomato', ['Tomaten per kilo']],
    ['led lamp', ['Ledlamp E27 6 W']],
    ['E 27', ['Ledlamp E27 6 W']],
    ['LR 44', ['Knoopcel LR44']],
    ['schoenen', ['Wandelschoenen']],
    ['wandel schoen', ['Wandelschoenen']],
    ['shoes', ['Wandelschoenen']],
    ['CREME BRULEE', ['Crème brûlée']],
    ['toaster', ['Broodrooster chroom']],
    ['shampoo droog haar', ['Shampoo droog haar 300 ml']],
    ['televisei', ['Televisie 43 inch']],
    ['telvisie', ['Televisie 43 inch']],
    // Nobody has it, and it is nothing else
    ['trompet', []],
    ['E14', []],
    ['handschoenen van katoen', []],
    ['mascarpone', []],
    ['fietsbel', []],
  ])('%s', (query, texts) => {
    expect(found(query)).toEqual(texts);
  });

  it('finds the last word by its beginning while somebody types', () => {
    expect(found('kattenv', true)).toEqual(['Kattenvoer met kip 1,5 kg']);
    expect(found('kattenv')).toEqual([]);
  });

  it('says what a word was taken for, and only where nobody wrote it', () => {
    const [typing] = queryWords('fietspmp', vocabulary, { prefixLast: false });
    expect(typing).toMatchObject({ word: 'fietspmp', correctedTo: 'fietspomp' });
    expect(typing?.alternatives.every(({ by }) => by === 'corrected')).toBe(true);
    expect(queryWords('tomaat', vocabulary, { prefixLast: false })[0]).not.toHaveProperty('correctedTo');
  });

  test.each([
    ['one error up to seven letters', 'tomatne', true],
    ['not two up to seven', 'tomtn', false],
    ['two from eight on', 'telvisi', false],
    ['two from eight letters on', 'telvisje', true],
    ['none in a word of three', 'xip', false],
    ['none in codes', 'lr45', false],
    ['none in words that are words', 'bril', false],
    ['none in compounds that are words', 'visketting', false],
    ['no first letter that is missing', 'elevisie', false],
    ['the first two letters swapped', 'etlevisie', true],
  ])('forgives %s', (_, query, isForgiven) => {
    expect(queryWords(query, vocabulary, { prefixLast: false })[0]?.correctedTo !== undefined).toBe(isForgiven);
  });

  it('keeps words that say nothing where there are no others', () => {
    expect(queryWords('de van', vocabulary, { prefixLast: false }).map(({ word }) => word)).toEqual(['de', 'van']);
    expect(queryWords('', vocabulary, { prefixLast: false })).toEqual([]);
  });

  it('puts the word itself before what it may mean', () => {
    for (const { alternatives } of queryWords('fiets lamp', vocabulary, { prefixLast: true }))
      expect(alternatives.map(({ weight }) => weight)).toEqual(
        alternatives.map(({ weight }) => weight).toSorted((a, b) => b - a),
      );
  });

  it('looks for so many words in so many ways and no more', () => {
    const { queryWordsMax, alternativesMax } = languageLimits;
    const everything = {
      subjectsWith: () => 1,
      withPrefix: () => Array.from({ length: 99 }, (_, at) => `w${at}`),
      near: () => [],
    };
    const words = (count: number): number =>
      queryWords(Array.from({ length: count }, (_, at) => `w${at}`).join(' '), everything, { prefixLast: true }).length;
    expect(words(queryWordsMax)).toBe(queryWordsMax);
    expect(words(queryWordsMax + 1)).toBe(queryWordsMax);
    const [prefix] = queryWords('fiets', everything, { prefixLast: true });
    expect(prefix?.alternatives).toHaveLength(alternativesMax);
  });

  it('finds every text by each of its words, and by all of them', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'fietspomp',
        'Kattenvoer',
        'foto’s',
        'T-shirt',
        '1,5 l',
        '28x1,75',
        'E27',
        'één',
        'Straße',
        'l’eau',
        '1.000',
        '2-pack',
        'waar koop ik',
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (parts) => {
        const text = parts.join(' ');
        const own = new TextVocabulary([text]);
        const finds = (query: string): void => {
          expect([query, ...own.find(queryWords(query, own, { prefixLast: false }))]).toEqual([query, 0]);
        };
        if (wordsOf(text, 1).length === 0) return;
        finds(text);
        for (const { text: one } of wordsOf(text, 20)) if (!isStopWord(one)) finds(one);
      }),
      { numRuns: 500 },
    );
  });
});

describe('kinds of places', () => {
  test.each([
    ['shop=chemist', 'drogist'],
    ['shop=chemist', 'drogisterijen'],
    ['shop=chemist', 'Drogerie'],
    ['shop=bicycle', 'fietsenmaker'],
    ['shop=bicycle', 'fietsen winkel'],
    ['shop=bicycle', 'bike shop'],
    ['shop=bicycle', 'bicycle shops'],
    ['shop=bicycle', 'Fahrradladen'],
    ['shop=bicycle', 'magasin de vélos'],
    ['shop=bicycle', 'winkel'],
    ['amenity=parcel_locker', 'pakketkluis'],
    ['amenity=parcel_locker', 'pakketautomaten'],
    ['amenity=post_depot', 'pakket punt'],
    ['amenity=post_depot', 'pakketje ophalen'],
    ['amenity=post_office', 'postkantoor'],
    ['amenity=atm', 'pinautomaat'],
    ['amenity=atm', 'geld opnemen'],
    ['shop=books', 'boekwinkel'],
    ['shop=books', 'boekenwinkel'],
    ['shop=trophy_maker', 'trophy maker'],
    ['amenity=restaurant', 'uit eten'],
    ['amenity=parcel_locker', 'lockers'],
  ])('%s is found by %s', (tag, query) => {
    expect(kindIsFound(tag, query)).toBe(true);
  });

  test.each([
    ['shop=chemist', 'fietsenmaker'],
    ['shop=bicycle', 'bike café'],
    ['amenity=cafe', 'winkel'],
    ['amenity=parcel_locker', 'lock'],
    ['amenity=ice_cream', 'eieren'],
  ])('%s is not found by %s', (tag, query) => {
    expect(kindIsFound(tag, query)).toBe(false);
  });
});

describe('the role of a word', () => {
  test.each([
    ['fles shampoo', ['describing', undefined]],
    ['bottle of shampoo', ['describing', undefined]],
    ['thermos fles', [undefined, undefined]],
    ['fles met deksel', [undefined, 'aside']],
    ['fietspomp onder 20 euro', [undefined, 'describing', 'describing', 'describing']],
    ['fiets laten maken', [undefined, 'describing']],
    ['korter maken', ['describing', 'action']],
    ['shampoo zonder parfum', [undefined, 'aside']],
  ])('of %s is %j', (query, expected) => {
    expect(roles(query)).toEqual(expected);
  });
});

it('takes nothing for a word that says nothing', () => {
  expect(queryWords('mett', vocabulary, { prefixLast: false })[0]?.correctedTo).toBeUndefined();
});

it('finds what is without a thing only where that is asked', () => {
  const soaps = new TextVocabulary(['Douchegel zonder parfum', 'Douchegel met parfum']);
  const foundIn = (query: string): number[] => soaps.find(queryWords(query, soaps, { prefixLast: false }));
  expect(foundIn('douchegel zonder parfum')).toEqual([0]);
  expect(foundIn('douchegel parfum')).toEqual([1]);
});
