import { placeTypes } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import { placeKindName, placeKindOfTag, placeKinds, wordsIn } from './place-kinds.ts';

describe('kinds of places', () => {
  it('have one row each, a type that places may carry, and a name in both languages', () => {
    expect(new Set(placeKinds.map(({ tag }) => tag)).size).toBe(placeKinds.length);
    for (const { tag, type, nl, en } of placeKinds) {
      expect(tag).toMatch(/^[a-z]+=[a-z0-9_]+$/);
      expect(Object.hasOwn(placeTypes, type)).toBe(true);
      expect(nl).not.toBe('');
      expect(en).not.toBe('');
    }
  });

  it('share no word that a column may hold: one word is one kind', () => {
    const words = placeKinds.flatMap(({ words: list, goods }) => [...wordsIn(list), ...wordsIn(goods)]);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it('repeat nothing that the same kind already has', () => {
    for (const { tag, words, goods, searchWords } of placeKinds) {
      const all = [...wordsIn(words), ...wordsIn(goods), ...wordsIn(searchWords)];
      expect([tag, all.filter((word, index) => all.indexOf(word) !== index)]).toEqual([tag, []]);
    }
  });

  it('that nobody listed read as OpenStreetMap writes them', () => {
    expect(placeKindOfTag('shop=trophy_maker')).toBeUndefined();
    expect(placeKindName('shop=trophy_maker', 'nl')).toEqual({ text: 'trophy maker', language: 'en' });
    expect(placeKindName('shop=trophy_maker', 'en')).toEqual({ text: 'trophy maker', language: undefined });
    expect(placeKindName('shop=bicycle', 'nl')).toEqual({ text: 'fietsenwinkel', language: undefined });
  });
});
