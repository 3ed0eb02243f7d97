import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeEntities, plainText } from './plain-text.ts';

describe('plainText', () => {
  test.each([
    ['Stadsfiets 28"', 'Stadsfiets 28"', []],
    ['  Café  Zon ', 'Café Zon', []],
    ['R&amp;D &euro; 5 &#233;&#xE9;', 'R&D € 5 éé', []],
    ['R&D; x < y', 'R&D; x < y', []],
    ['Fiets <b>rood</b>', 'Fiets rood', ['markup-in-text']],
    ['<script>alert("x")</script>Fiets', 'Fiets', ['markup-in-text']],
    ['&lt;script&gt;alert(1)&lt;/script&gt;Fiets', 'Fiets', ['markup-in-text']],
    ['Fiets<script>never closes', 'Fiets', ['markup-in-text']],
    ['Fi\u0000ets\u001b[31m', 'Fiets[31m', ['control-characters']],
    ['Fiets\u202eknil', 'Fietsknil', ['control-characters']],
    ['\ud800', '\ufffd', []],
    ['<br>', undefined, ['markup-in-text']],
  ])('name %j', (raw, text, problems) => {
    expect(plainText(raw, 'name', 500)).toEqual({ text, problems });
  });

  test('prose keeps its lines, and its markup is no news', () => {
    expect(plainText('<p>Een<br/>twee</p>\r\n\r\n<ul><li>drie</li></ul>', 'prose', 500)).toEqual({
      text: 'Een\ntwee\ndrie',
      problems: [],
    });
  });

  test('a text at the limit stays, one past it is cut, never through a character', () => {
    expect(plainText('x'.repeat(500), 'name', 500)).toEqual({ text: 'x'.repeat(500), problems: [] });
    expect(plainText('x'.repeat(501), 'name', 500)).toEqual({ text: `${'x'.repeat(499)}…`, problems: ['text-cut'] });
    expect(plainText(`${'x'.repeat(498)}🚲🚲`, 'name', 500).text).toBe(`${'x'.repeat(498)}…`);
  });

  test('whatever comes in, what comes out fits the model and holds no script', () => {
    const parts = fc.constantFrom(
      '<script>',
      '</script>',
      '<',
      '>',
      '&lt;',
      '&amp;',
      '&#0;',
      '&#xd800;',
      '<b',
      'a',
      ' ',
      '\n',
      '\u0007',
    );
    const soup = fc.array(parts, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(
        fc.oneof(soup, fc.string({ unit: 'binary' })),
        fc.constantFrom('name' as const, 'prose' as const),
        (raw, form) => {
          const { text } = plainText(raw, form, 20);
          expect(text).not.toBe('');
          expect(text?.length ?? 0).toBeLessThanOrEqual(20);
          expect(text?.isWellFormed()).not.toBe(false);
          // oxlint-disable-next-line no-control-regex -- none of these may be left
          expect(text ?? '').not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|<script>/);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('a megabyte made to be slow is not', () => {
    const before = process.threadCpuUsage();
    for (const hostile of ['<script', '<script><', '<a ', '<', '&', ' \n', '&#x']) {
      plainText(hostile.repeat(Math.ceil(1_000_000 / hostile.length)), 'prose', 10_000);
    }
    expect(process.threadCpuUsage(before).user).toBeLessThan(3_000_000);
  });

  test('entities are decoded once', () => {
    expect(decodeEntities('&amp;lt; &onbekend; &#0; &#x110000;')).toBe('&lt; &onbekend; &#0; &#x110000;');
  });
});
