import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHours } from './read-hours.ts';

describe('readHours', () => {
  test.each([
    // OSM's own syntax stays as it is.
    ['Mo-Fr 09:00-18:00; Sa 09:00-17:00', 'Mo-Fr 09:00-18:00; Sa 09:00-17:00'],
    ['Mo-Fr 09:00-18:00; PH off', 'Mo-Fr 09:00-18:00; PH off'],
    ['Nov-Mar Mo-Fr 10:00-16:00', 'Nov-Mar Mo-Fr 10:00-16:00'],
    ['24/7', '24/7'],
    // Dutch
    ['ma-vr 9:00-18:00, za 9-17', 'Mo-Fr 09:00-18:00; Sa 09:00-17:00'],
    ['di t/m za 10.00–17.30', 'Tu-Sa 10:00-17:30'],
    ['ma gesloten', 'Mo off'],
    ['Maandag gesloten, di-vr 9.30-18.00 uur, za 9.30 - 17.00 uur', 'Mo off; Tu-Fr 09:30-18:00; Sa 09:30-17:00'],
    ['dagelijks 8-22', 'Mo-Su 08:00-22:00'],
    ['elke dag van 10 tot 18 uur', 'Mo-Su 10:00-18:00'],
    ['maandag: 13:00-18:00', 'Mo 13:00-18:00'],
    ['maandag: 13:00-18:00\ndinsdag: 9:00-18:00\nwoensdag: gesloten', 'Mo 13:00-18:00; Tu 09:00-18:00; We off'],
    ['ma t/m vr 9:00 tot 18:00 en za 9:00 tot 17:00', 'Mo-Fr 09:00-18:00; Sa 09:00-17:00'],
    ['ma, wo en vr 9u30-12u', 'Mo,We,Fr 09:30-12:00'],
    ['do 9:00-21:00', 'Th 09:00-21:00'],
    ['di/wo/do 10-17', 'Tu-Th 10:00-17:00'],
    ['di t/m vr 9-12.30 / 13.30-18', 'Tu-Fr 09:00-12:30,13:30-18:00'],
    ['Ma 13:00 - 18:00 | Di 09:00 - 18:00', 'Mo 13:00-18:00; Tu 09:00-18:00'],
    ['weekend 10-17', 'Sa,Su 10:00-17:00'],
    ['werkdagen 8:30 - 17:30', 'Mo-Fr 08:30-17:30'],
    ['zaterdag en zondag 11.00 - 17.00 uur', 'Sa,Su 11:00-17:00'],
    ['ma-vr 09:00-18:00; feestdagen gesloten', 'Mo-Fr 09:00-18:00; PH off'],
    ['vr 18:00-02:00', 'Fr 18:00-02:00'],
    ['ma-do 16-01, vr 16-03, zo gesloten', 'Su off; Mo-Th 16:00-01:00, Fr 16:00-03:00'],
    ['ma-vr 0900-1800', 'Mo-Fr 09:00-18:00'],
    ['dag en nacht geopend', '24/7'],
    ['vr t/m ma 10-17', 'Mo,Fr-Su 10:00-17:00'],
    ['op afspraak', 'Mo-Su "op afspraak"'],
    // One day's hours put in the place of the week's, and added to them.
    ['ma-za 9-18, do 9-21', 'Mo-We,Fr,Sa 09:00-18:00; Th 09:00-21:00'],
    ['ma-za 9-18, do 19-21', 'Mo-We,Fr,Sa 09:00-18:00; Th 09:00-18:00,19:00-21:00'],
    // English, German, French
    ['Mon - Fri: 9 am to 5:30 pm; Sat 10-16', 'Mo-Fr 09:00-17:30; Sa 10:00-16:00'],
    ['Tue–Sat 10:00–17:30, Sun & Mon closed', 'Mo,Su off; Tu-Sa 10:00-17:30'],
    ['Montag bis Freitag 9-18 Uhr, Samstag 10-14 Uhr', 'Mo-Fr 09:00-18:00; Sa 10:00-14:00'],
    ['lundi au vendredi 9h-12h30 et 14h-18h', 'Mo-Fr 09:00-12:30,14:00-18:00'],
  ])('%s', (raw, hours) => {
    expect(readHours(raw)).toEqual({ hours, understood: true });
  });

  test.each([
    [`${'; '.repeat(400)}Mo-Fr 09:00-18:00`, 'Mo-Fr 09:00-18:00'],
    [`Mo 09:00-18:00${' ; '.repeat(300)}Tu 09:00-18:00`, 'Mo,Tu 09:00-18:00'],
    [`${' '.repeat(900)}; Mo 09:00-18:00`, 'Mo 09:00-18:00'],
  ])('a line of blanks and semicolons costs nothing', (raw, hours) => {
    expect(readHours(raw)).toEqual({ hours, understood: true });
  });

  test.each([
    'zo 12-17 (alleen in december)',
    'vanaf 9:00',
    'wo 9:00-',
    '9-5',
    'ma-vr 9-5',
    '25:00-26:00',
    'ma',
    'bel even',
    'ma-vr 9-18 behalve in de vakantie',
    '<script>alert(1)</script>',
    'ma 9-18 '.repeat(300),
  ])('%s is unknown, and somebody should look', (raw) => {
    expect(readHours(raw)).toEqual({ hours: 'unknown', understood: false });
  });

  test.each(['', '-', '?', 'onbekend', 'unknown', 'n.v.t.'])('%j says that nobody knows', (raw) => {
    expect(readHours(raw)).toEqual({ hours: 'unknown', understood: true });
  });

  test('what it gives, it takes, and nothing makes it throw', () => {
    const word = fc.constantFrom(
      'ma',
      'vr',
      '-',
      '9',
      '18:00',
      'gesloten',
      'en',
      ',',
      ';',
      't/m',
      'PH',
      '24/7',
      '"',
      'x',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(word, { maxLength: 9 }).map((words) => words.join(' ')),
          fc.string(),
        ),
        (raw) => {
          const { hours } = readHours(raw);
          expect(readHours(hours)).toEqual({ hours, understood: true });
        },
      ),
    );
  });
});
