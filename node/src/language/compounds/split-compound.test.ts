import { describe, expect, it, test } from 'vitest';
import { dutchStem } from '../stems/dutch-stem.ts';
import { compoundNouns, openHeads, wholeWords } from './nouns.ts';
import { splitCompound } from './split-compound.ts';

const shown = (word: string): string | undefined => {
  const compound = splitCompound(word);
  return compound === undefined ? undefined : (compound.complete ? '' : '…') + compound.parts.join('+');
};

describe('splitCompound', () => {
  test.each([
    ['fietspomp', 'fiets+pomp'],
    ['fietspompen', 'fiets+pomp'],
    ['kattenvoer', 'kat+voer'],
    ['kattevoer', 'kat+voer'],
    ['zonnebrandcreme', 'zon+brand+creem'],
    ['kinderfiets', 'kind+fiets'],
    ['damesschoenen', `${dutchStem('dame')}+schoen`],
    ['stadsfiets', 'stad+fiets'],
    ['boekenkast', 'boek+kast'],
    ['bloempotje', 'bloem+pot'],
    ['wandelschoenen', 'wandel+schoen'],
    ['accuboormachine', `accu+boor+${dutchStem('machine')}`],
    ['toiletpapier', 'toilet+papier'],
    ['regenjassen', 'regen+jas'],
    ['kinderfietshelm', 'kind+fiets+helm'],
    // The word in front is nobody's noun, the last says what it is all the same.
    ['quinoabrood', '…brood'],
    ['trampolineschoenen', '…schoen'],
    ['koksmes', 'kok+mes'],
    ['schilmesjes', 'schil+mes'],
    ['damastmes', '…mes'],
    ['marineblauwe', '…blauw'],
    ['schroevendraaierset', 'schroevendraaier+set'],
  ])('%s is %s', (word, parts) => {
    expect(shown(word)).toBe(parts);
  });

  test.each(
    `handschoen handschoenen paddenstoel aardappel aardappelen sinaasappel oorbellen pannenkoek tandpasta lippenstift pindakaas verband armband potlood
    brood fiets tafel kaas restaurant komkommer komkommers batterij partij paracetamol oranje pantoffel chocolade e27 1.5l tabel kasteel winkelier
    lampen slapen volumes cremes kompas bestand paspoort uitvoering volwassenen`
      .trim()
      .split(/\s+/),
  )('%s is no compound', (word) => {
    expect(splitCompound(word)).toBeUndefined();
  });

  it('takes no noun of its own list apart wrongly', () => {
    const apart = [...compoundNouns].filter((noun) => splitCompound(noun) !== undefined).map(shown);
    expect(apart.toSorted((a = '', b = '') => a.localeCompare(b, 'en'))).toEqual([
      '…boek',
      'avond+jurk',
      'baby+pop',
      'bad+pak',
      'ketting+kast',
      'lees+boek',
      'moer+sleutel',
      'plak+band',
      'rook+worst',
      'room+ijs',
      'rug+zak',
      'rund+vlees',
      'stoom+boot',
      'vogel+huis',
      'winkel+wagen',
    ]);
  });

  it('has lists that agree', () => {
    const stems = new Set([...compoundNouns].map(dutchStem));
    expect([...openHeads].filter((head) => splitCompound(head)?.complete === false)).toEqual([]);
    expect([...wholeWords].filter((word) => splitCompound(word) !== undefined)).toEqual([]);
    expect(stems.size).toBeGreaterThan(500);
  });

  it('copes with any letters', () => {
    expect(() => splitCompound('fiets'.repeat(8))).not.toThrow();
    expect(splitCompound('s'.repeat(40))).toBeUndefined();
  });
});
