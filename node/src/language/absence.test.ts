import { expect, test } from 'vitest';
import { createAbsenceReader } from './absence.ts';
import { indexTerms, nameTerms } from './index-terms.ts';
import { stemMark, withoutMark } from './language.ts';

const absentIn = (text: string): readonly string[] => {
  const isAbsent = createAbsenceReader();
  return text.split(' ').filter((word) => isAbsent({ text: word }));
};

test.each([
  ['keelpastilles zonder suiker', ['suiker']],
  ['bier zonder alcohol met citroen', ['alcohol']],
  ['koek zonder de harde noten in pak', ['harde', 'noten']],
  ['soap without perfume', ['perfume']],
  ['met of zonder', []],
  ['suiker', []],
])('of “%s” a thing does without %j', (text, words) => {
  expect(absentIn(text)).toEqual(words);
});

test.each([indexTerms, nameTerms])('what a thing does without is another term than what it has', (read) => {
  const terms = read('douchegel zonder parfum 250 ml', 'nl').map(({ term }) => term);
  expect(terms).toContain(`${withoutMark}parfum`);
  expect(terms).toContain('250ml');
  expect(terms).not.toContain('parfum');
  expect(terms).not.toContain(`${stemMark}parfum`);
});
