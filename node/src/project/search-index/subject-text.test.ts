import { expect, it } from 'vitest';
import { subjectTextOf } from './subject-text.ts';
import { lengthWeights } from './text-weights.ts';

const kind = { kindOf: 'amenity=parcel_locker', field: 'category' } as const;

it('holds no name against what a thing is, where it is only a label', () => {
  const name = { text: 'Pakketkluis Stationsweg', field: 'name' } as const;
  expect(subjectTextOf([name, kind], 'nl').lengths.text).toBe(2 * lengthWeights.name);
  expect(subjectTextOf([{ ...name, isLabel: true }, kind], 'nl').lengths.text).toBe(0);
  expect(subjectTextOf([{ ...name, isLabel: true }], 'nl').terms.has('stationsweg')).toBe(true);
});

it.each(['thing', 'title'] as const)('reckons every word of the name of a %s as long as it is', (nameOf) => {
  const text = 'Hoes voor telefoon – Doutzen Bakker';
  const part = { text, field: 'name', ...(nameOf === 'title' ? { nameOf } : {}) } as const;
  expect(subjectTextOf([part], 'nl').lengths.text).toBe(5 * lengthWeights.name);
});
