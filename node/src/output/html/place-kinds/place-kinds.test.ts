import { describe, expect, it } from 'vitest';
import { placeKindTable } from '../../../import/values/place-kinds/table.ts';
import { placeKindName, placeSections, sectionOfKind } from './place-kinds.ts';

describe('kinds of places', () => {
  it('all have a name in words that an import can give', () => {
    const nameless = placeKindTable
      .map(([tag]) => tag)
      .filter((tag) => placeKindName(tag, 'nl').language !== undefined || sectionOfKind(tag).kinds.length === 0);
    expect(nameless).toEqual([]);
  });

  it('stand in one section each', () => {
    const tags = placeSections.flatMap(({ kinds }) => kinds.map(([tag]) => tag));
    expect(tags.filter((tag, index) => tags.indexOf(tag) !== index)).toEqual([]);
  });

  it('that nobody listed read as OpenStreetMap writes them, in a section by their key', () => {
    expect(placeKindName('shop=trophy_maker', 'nl')).toEqual({ text: 'trophy maker', language: 'en' });
    expect(sectionOfKind('shop=trophy_maker')).toBe(sectionOfKind('shop=yes'));
    expect(sectionOfKind('craft=bookbinder')).toBe(sectionOfKind('craft=tailor'));
    expect(sectionOfKind('amenity=bench').heading.nl).toBe('Overig');
    expect(sectionOfKind('').heading.nl).toBe('Overig');
  });
});
