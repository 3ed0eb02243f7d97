import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testFile } from '../delivery.test-helper.ts';
import { importLimits } from '../limits.ts';
import { readHead } from './file-head.ts';
import { readLines } from './line-reader.ts';

interface SeenLine {
  readonly line: number;
  readonly text: string;
  readonly flaw: string | undefined;
}

const linesOf = async (content: string | Uint8Array, pieceBytes?: number): Promise<readonly SeenLine[]> => {
  const seen: SeenLine[] = [];
  for await (const { firstLine, lines, flaws } of readLines(testFile(content, pieceBytes))) {
    for (const [index, text] of lines.entries()) {
      seen.push({ line: firstLine + index, text, flaw: flaws.get(firstLine + index) });
    }
  }
  return seen;
};
const textsOf = async (content: string | Uint8Array, pieceBytes?: number) =>
  (await linesOf(content, pieceBytes)).map(({ text }) => text);

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const filler = 'abc;1\n'.repeat(30_000);

describe('the encoding of a whole file', () => {
  test('UTF-8 and UTF-16, with mark, in pieces that cut letters in two', async () => {
    const text = 'naam;€\ncafé;ß\n𝄞;x';
    const lines = text.split('\n');
    for (const pieceBytes of [1, 2, 3, 7_001]) {
      expect(await textsOf(text, pieceBytes)).toEqual(lines);
      expect(await textsOf(`\ufeff${text}`, pieceBytes)).toEqual(lines);
      expect(await textsOf(Buffer.from(`\ufeff${text}`, 'utf16le'), pieceBytes)).toEqual(lines);
      expect(await textsOf(Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), pieceBytes)).toEqual(lines);
    }
  });

  test('Windows-1252, also where the first letter with an accent comes late', async () => {
    const late = Buffer.concat([latin(filler), Buffer.from([0x80]), latin(' caf\xe9;\xd8\n')]);
    expect((await linesOf(late)).at(-1)).toEqual({ line: 30_001, text: '€ café;Ø', flaw: undefined });
  });

  test('a broken name in good UTF-8 is a flaw of its own line, wherever it stands', async () => {
    const broken = Buffer.concat([
      Buffer.from('goed;é\n'),
      latin('fout;\xe9\n'),
      Buffer.from('goed;ü\n'),
      Buffer.from('ook goed\n'),
    ]);
    for (const pieceBytes of [1, 7_001]) {
      const flaws = (await linesOf(broken, pieceBytes)).map(({ flaw }) => flaw);
      expect(flaws).toEqual([undefined, 'encoding-broken', undefined, undefined]);
    }
    // The same with the broken one first: the majority tells.
    const first = Buffer.concat([latin('fout;\xe9\n'), Buffer.from('goed;é\ngoed;ü')]);
    expect((await linesOf(first)).map(({ text, flaw }) => flaw ?? text)).toEqual([
      'encoding-broken',
      'goed;é',
      'goed;ü',
    ]);
  });

  test('a UTF-8 mark before Windows-1252 does not make it UTF-8', async () => {
    const lying = Buffer.concat([Buffer.from('\ufeff'), latin('caf\xe9\n\xfcber\nna\xefef\n')]);
    expect(await textsOf(lying)).toEqual(['café', 'über', 'naïef']);
  });

  test('the end of the file in the middle of a letter is a flaw of the last line', async () => {
    const cut = Buffer.from('é;1\nü;2\nö;€').subarray(0, -1);
    expect((await linesOf(cut)).map(({ flaw }) => flaw)).toEqual([undefined, undefined, 'encoding-broken']);
  });

  test('zero bytes, zip files and damaged UTF-16 are refused', async () => {
    const unreadable = { code: 'file-unreadable' };
    await expect(linesOf(Buffer.from('a;b\n\0;1\n'))).rejects.toMatchObject(unreadable);
    await expect(linesOf(Buffer.concat([latin(filler), Buffer.from([0])]))).rejects.toMatchObject(unreadable);
    await expect(linesOf(latin('PK\x03\x04rest'), 1)).rejects.toMatchObject(unreadable);
    await expect(linesOf(Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x62]))).rejects.toMatchObject(unreadable);
    await expect(readHead(testFile(Buffer.from('a\0')))).rejects.toMatchObject(unreadable);
  });
});

describe('gzip', () => {
  test('is unpacked on the way', async () => {
    expect(await textsOf(gzipSync('é;1\nb;2\n'), 1)).toEqual(['é;1', 'b;2']);
  });

  test('damaged, or cut short, it is refused', async () => {
    const whole = gzipSync(randomBytes(50_000).toString('hex'));
    await expect(linesOf(whole.subarray(0, -9))).rejects.toMatchObject({ code: 'file-unreadable' });
    await expect(linesOf(Buffer.concat([whole.subarray(0, 900), whole.subarray(999)]))).rejects.toMatchObject({
      code: 'file-unreadable',
    });
  });

  test('that grows to more than its limit is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(40 << 20, 'a\n'));
    await expect(linesOf(bomb)).rejects.toMatchObject({ code: 'limit-exceeded' });
    // Small files may grow as they like: their headers weigh more than they do.
    expect((await textsOf(gzipSync(Buffer.alloc(1 << 20, 'a\n')))).length).toBe(1 << 19);
  });
});

describe('lines', () => {
  test('end as Windows, Unix or an old Mac ends them', async () => {
    for (const pieceBytes of [1, 2, 7_001]) {
      expect(await textsOf('a\r\nb\r\n\r\nc', pieceBytes)).toEqual(['a', 'b', '', 'c']);
      expect(await textsOf('a\rb\r\rc\r', pieceBytes)).toEqual(['a', 'b', '', 'c']);
    }
  });

  test('at the limit are taken, one byte past it are passed over, and reading goes on', async () => {
    const { rowBytesMax } = importLimits;
    const longest = 'x'.repeat(rowBytesMax);
    for (const end of ['\n', '\r\n']) {
      const seen = await linesOf(['a', longest, `${longest}x`, 'é'.repeat(rowBytesMax / 2), 'z'].join(end), 100_003);
      expect(seen.map(({ line, text, flaw }) => [line, flaw ?? text.length])).toEqual([
        [1, 1],
        [2, rowBytesMax],
        [3, 'row-too-long'],
        [4, rowBytesMax / 2],
        [5, 1],
      ]);
    }
  });

  test('at the limit are taken when the file is cut between the two signs of their end', async () => {
    const longest = 'x'.repeat(importLimits.rowBytesMax);
    const seen = await linesOf(`${longest}\r\nz`, importLimits.rowBytesMax + 1);
    expect(seen.map(({ text, flaw }) => flaw ?? text.length)).toEqual([importLimits.rowBytesMax, 1]);
  });

  test('of a hundred megabytes are never held', async () => {
    const piece = Buffer.alloc(1 << 20, 'x');
    let mostBytes = 0;
    const file = {
      ...testFile(''),
      async *open() {
        yield Buffer.from('eerste\n');
        for (let index = 0; index < 100; index++) {
          mostBytes = Math.max(mostBytes, process.memoryUsage().arrayBuffers);
          yield piece;
        }
        yield Buffer.from('\nlaatste\n');
      },
    };
    const before = process.memoryUsage().arrayBuffers;
    const seen: string[] = [];
    for await (const { firstLine, lines, flaws } of readLines(file)) {
      for (const [index, text] of lines.entries()) seen.push(flaws.get(firstLine + index) ?? text);
    }
    expect(seen).toEqual(['eerste', 'row-too-long', 'laatste']);
    expect(mostBytes - before).toBeLessThan(30 << 20);
  });

  test('are the same however the file is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'é', '€', '\n', '\r\n', '"', '\ufeff', ';'), { maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        async (parts, pieceBytes) => {
          const content = parts.join('');
          expect(await linesOf(content, pieceBytes)).toEqual(await linesOf(content, 10_000));
        },
      ),
    );
  });
});

describe('the head of a file', () => {
  test('is no more than its limit, without half a letter at its end', async () => {
    const { headBytes } = importLimits;
    const atLimit = `${'a'.repeat(headBytes - 2)}é`;
    expect((await readHead(testFile(atLimit))).text).toBe(atLimit);
    expect((await readHead(testFile(`é${atLimit}`))).text).toBe(`é${'a'.repeat(headBytes - 2)}`);
    expect((await readHead(testFile(`é${atLimit.slice(1)}`))).text).toBe(`é${'a'.repeat(headBytes - 3)}`);
  });
});
