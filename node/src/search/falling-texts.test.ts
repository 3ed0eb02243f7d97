import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { FallingTexts } from './falling-texts.ts';
import { SubjectTexts } from './subject-texts.ts';

const found = fc.array(fc.double({ min: Number.MIN_VALUE, max: 1, noNaN: true }), { maxLength: 300 });
/** Texts that differ by less may come in any order. */
const step = 1 / 32;
const byNumber = (one: number, other: number): number => one - other;

it('visits all by falling text, search after search', () => {
  const order = new FallingTexts();
  const texts = new SubjectTexts();
  fc.assert(
    fc.property(found, (fits) => {
      texts.start(fits.length);
      for (const [subject, text] of fits.entries()) texts.put(subject, text);
      const visited: number[] = [];
      order.visit(
        texts,
        () => true,
        (subject, text) => {
          expect(text).toBe(fits[subject]);
          visited.push(subject);
        },
      );
      expect(visited.toSorted(byNumber)).toEqual([...fits.keys()]);
      const rising = visited.filter(
        (subject, at) => (fits[subject] ?? 0) - (fits[visited[at - 1] ?? subject] ?? 0) >= step,
      );
      expect(rising).toEqual([]);
    }),
  );
});

it('ends where nothing behind may come', () => {
  fc.assert(
    fc.property(found, fc.double({ min: 0, max: 1, noNaN: true }), (fits, least) => {
      const texts = new SubjectTexts();
      texts.start(fits.length);
      for (const [subject, text] of fits.entries()) texts.put(subject, text);
      const visited: number[] = [];
      new FallingTexts().visit(
        texts,
        (textMax) => textMax >= least,
        (_, text) => {
          visited.push(text);
        },
      );
      const comes = fits.filter((text) => text >= least).toSorted(byNumber);
      expect(visited.filter((text) => text >= least).toSorted(byNumber)).toEqual(comes);
      // What does not fit so well comes only where it shares a step with what might.
      expect(visited.every((text) => text + step >= least)).toBe(true);
    }),
  );
});

it('forgets what an earlier search has found', () => {
  const texts = new SubjectTexts();
  texts.start(2);
  texts.put(1, 0.5);
  texts.put(1, 0.75);
  expect([texts.count, texts.of(1)]).toEqual([1, 0.75]);
  texts.start(2);
  expect([texts.count, texts.of(1)]).toEqual([0, 0]);
});
