import { describe, expect, it } from 'vitest';
import { openingHoursWords } from './opening-hours-words.ts';

describe('openingHoursWords', () => {
  it.each([
    ['unknown', undefined],
    ['24/7', ['Dag en nacht open']],
    ['Mo-Fr 09:00-18:00', ['ma–vr 09:00–18:00']],
    ['Mo,We 09:00-12:00,13:00-17:00; Su,PH off', ['ma, wo 09:00–12:00, 13:00–17:00', 'zo, feestdagen gesloten']],
    ['Apr-Sep: Sa 10:00-16:00;', ['apr–sep: za 10:00–16:00']],
    ['Tu 10:00-17:00 "op afspraak; bel Mo"; We off', ['di 10:00–17:00 op afspraak; bel Mo', 'wo gesloten']],
    ['week 1-53/2 Th 10:00-12:00', ['week 1–53/2 do 10:00–12:00']],
  ])('%s', (stated, expected) => {
    expect(openingHoursWords(stated, 'nl')).toEqual(expected);
  });

  it('leaves nothing out that it does not know', () => {
    expect(openingHoursWords('sunrise-(sunset-01:30) whatever', 'en')).toEqual(['sunrise-(sunset–01:30) whatever']);
  });
});
