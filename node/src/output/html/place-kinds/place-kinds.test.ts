import { describe, expect, it } from 'vitest';
import { placeKinds } from '../../../place-kinds/place-kinds.ts';
import { placeSections, sectionOfKind } from './place-kinds.ts';

describe('sections of the front page', () => {
  it('hold every kind, in one section each', () => {
    const tags = placeSections.flatMap(({ kinds }) => kinds.map(({ tag }) => tag));
    expect(tags.filter((tag, index) => tags.indexOf(tag) !== index)).toEqual([]);
    expect(tags.toSorted()).toEqual(placeKinds.map(({ tag }) => tag).toSorted());
  });

  it('hold kinds that nobody listed by the key of their tag', () => {
    expect(sectionOfKind('shop=trophy_maker')).toBe(sectionOfKind('shop=yes'));
    expect(sectionOfKind('craft=bookbinder')).toBe(sectionOfKind('craft=tailor'));
    expect(sectionOfKind('amenity=bench').heading.nl).toBe('Overig');
    expect(sectionOfKind('').heading.nl).toBe('Overig');
  });
});
