import { describe, expect, test } from 'vitest';
import { parcelTerms } from './parcel-terms.ts';
import { queryWords } from './query-words.ts';
import { TextVocabulary } from './vocabulary.fixture.ts';

/** Whether a parcel point answers a query, beside other texts that have the words. */
const answers = (query: string, services: readonly ('collect' | 'drop-off' | 'return')[]): boolean => {
  const point = new TextVocabulary(['supermarkt'], 'nl', parcelTerms('counter', services));
  return point.find(queryWords(query, point, { prefixLast: false })).length === 1;
};

describe('a parcel point', () => {
  test.each(['pakketpunt', 'pakketpunten', 'parcel point', 'paketshop', 'point relais', 'colis'])(
    'is a %s, whatever the shop that it is in is called',
    (query) => {
      expect(answers(query, ['collect'])).toBe(true);
    },
  );

  test.each([
    ['pakketje ophalen', 'collect'],
    ['waar kan ik een pakket afhalen', 'collect'],
    ['collect a parcel', 'collect'],
    ['paket abholen', 'collect'],
    ['retirer un colis', 'collect'],
    ['pakje versturen', 'drop-off'],
    ['send a parcel', 'drop-off'],
    ['paket verschicken', 'drop-off'],
    ['envoyer un colis', 'drop-off'],
    ['pakket retour', 'return'],
    ['pakket terugsturen', 'return'],
    ['return a package', 'return'],
    ['retourner un colis', 'return'],
  ] as const)('answers %s where that can be done, and only there', (query, service) => {
    const others = (['collect', 'drop-off', 'return'] as const).filter((other) => other !== service);
    expect([answers(query, [service]), answers(query, others)]).toEqual([true, false]);
  });
});
