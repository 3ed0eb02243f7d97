import { describe, expect, test } from 'vitest';
import { deliver, rss, shown } from '../../delivery.test-helper.ts';
import { googleProductXml } from '../../google/product-xml.ts';
import { importLimits } from '../../limits.ts';
import { XmlItemParser } from './item-parser.ts';

const item = (id: number, more = '') => `<item><g:id>${id}</g:id><title>Bel</title>${more}</item>\n`;
const read = (content: string) => deliver(googleProductXml, content, { offers: false }, 500);
const codes = (drafts: Awaited<ReturnType<typeof read>>['drafts']) =>
  drafts.map((draft) => ('product' in draft ? draft.product.code : undefined));
const withFields = (count: number) => item(1, '<x>1</x>'.repeat(count - 2));
const refusedFor = (id: string) => rss(`<item><g:id>${id}</g:id>${'<x>1</x>'.repeat(importLimits.columnsMax)}</item>`);
const nested = (depth: number) => rss(item(1, '<x>'.repeat(depth - 3) + '</x>'.repeat(depth - 3)));

describe('XML that is not as it should be', () => {
  test.each([
    ['a bomb of entities', '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'],
    ['an external entity', '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ['an external subset', '<!DOCTYPE rss SYSTEM "http://127.0.0.1/evil.dtd">'],
  ])('refuses %s', async (_what, doctype) => {
    await expect(read(doctype + rss(item(1)).replace(/^<\?xml.*\n/, ''))).rejects.toMatchObject({
      code: 'file-unreadable',
    });
  });

  test('a file that ends in the middle gives the items before, and says on its last line that it is cut', async () => {
    const whole = rss(item(1) + item(2));
    const { drafts, issues } = await read(whole.slice(0, whole.indexOf('<g:id>2') + 6));
    expect(codes(drafts)).toEqual(['1']);
    expect(shown(issues)).toEqual(['5 xml-truncated']);
    expect(shown((await read(whole.slice(0, whole.indexOf('</rss>')))).issues)).toEqual(['7 xml-truncated']);
  });

  test('an item with tags that do not close is refused alone', async () => {
    const { drafts, issues } = await read(rss(item(1) + item(2, '<description>a <b>bold</description>') + item(3)));
    expect(codes(drafts)).toEqual(['1', '3']);
    expect(shown(issues)).toEqual(['5 xml-item-broken']);
  });

  test('an item that never closes is refused, and the items in it with it', async () => {
    const { drafts, issues } = await read(rss(`${item(1)}<item><g:id>2</g:id>`));
    expect(codes(drafts)).toEqual(['1']);
    expect(shown(issues)).toEqual(['5 xml-item-broken']);
  });

  test('a closing tag that nothing opened ends the reading', async () => {
    const { drafts, issues } = await read(rss(item(1) + item(2, '</b>') + item(3)));
    expect(codes(drafts)).toEqual(['1']);
    expect(shown(issues)).toEqual(['5 xml-item-broken', '5 xml-broken']);
  });

  test('HTML names, bare ampersands and unknown entities are read, at every cut of the file', async () => {
    const xml = rss(item(1, '<description>Caf&eacute; &amp; R&D &onbekend; AT&T</description>'));
    for (let pieceBytes = 1; pieceBytes < 12; pieceBytes++) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other reads better when one fails
      const { drafts, issues } = await deliver(googleProductXml, xml, { offers: false }, pieceBytes);
      expect(drafts).toMatchObject([{ data: { description: 'Café & R&D &onbekend; AT&T' } }]);
      expect(shown(issues).toSorted()).toEqual(['4 xml-ampersand description', '4 xml-flaw']);
    }
  });

  test('a broken character in good UTF-8 is told with its item', async () => {
    const xml = rss(item(1, '<g:brand>Caf\u00e9\u00e9</g:brand>') + item(2, '<g:brand>Zon#</g:brand>'));
    const bytes = new TextEncoder().encode(xml).map((byte) => (byte === 0x23 ? 0xe9 : byte));
    const { drafts, issues } = await deliver(googleProductXml, bytes, { offers: false });
    expect(shown(issues)).toEqual(['5 xml-characters-lost']);
    expect(drafts[1]).toMatchObject({ data: { brand: { name: 'Zon\ufffd' } } });
  });

  test('an item in which only a flaw stands is refused; a flaw between items refuses nothing', async () => {
    const { drafts, issues } = await read(rss(`${item(1)}<item><title> </title>]]></item>\n]]>${item(3)}`));
    expect(codes(drafts)).toEqual(['1', '3']);
    expect(shown(issues)).toEqual(['5 xml-flaw', '5 product-unnamed gtin', '6 xml-flaw']);
  });

  test('nothing but words is refused', async () => {
    await expect(read('Not found')).rejects.toMatchObject({ code: 'file-unreadable' });
    await expect(read('')).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  test('an item at the limit of length is read, one past it is refused, and the next one is read', async () => {
    const bare = item(1, '<description></description>').trim().length;
    const long = (length: number) => item(1, `<description>${'x'.repeat(length - bare)}</description>`);
    const atLimit = await read(rss(long(importLimits.rowBytesMax) + item(2)));
    expect(codes(atLimit.drafts)).toEqual(['1', '2']);
    const past = await read(rss(long(importLimits.rowBytesMax + 1) + item(2)));
    expect(codes(past.drafts)).toEqual(['2']);
    expect(shown(past.issues)).toEqual(['4 xml-item-too-long']);
  });

  test('as many fields as columns are read, one more refuses the item', async () => {
    expect(codes((await read(rss(withFields(importLimits.columnsMax)))).drafts)).toEqual(['1']);
    expect(shown((await read(rss(withFields(importLimits.columnsMax + 1)))).issues)).toEqual(['4 xml-item-fields']);
  });

  test('of a refused item a name as long as the limit is kept, and no longer one', async () => {
    const name = 'x'.repeat(importLimits.nameCharactersMax);
    expect(codes((await read(refusedFor(name))).named)).toEqual([name]);
    expect((await read(refusedFor(`${name}x`))).named).toEqual([]);
  });

  test('elements nest as deep as the limit, and no deeper', async () => {
    expect(codes((await read(nested(importLimits.xmlDepthMax))).drafts)).toEqual(['1']);
    await expect(read(nested(importLimits.xmlDepthMax + 1))).rejects.toMatchObject({ code: 'limit-exceeded' });
  });

  test.each([
    ['text', '<description>', '', '', '</description>'],
    ['comment', '', '<!--', '-->', ''],
    ['attribute', '<x ', 'a="', '"/>', ''],
    ['CDATA', '<x>', '<![CDATA[', ']]>', '</x>'],
  ])(
    'a %s as long as the limit passes, one character more ends the reading',
    async (_what, head, opens, closes, tail) => {
      const long = (length: number) => {
        const stretch = opens + 'x'.repeat(length - opens.length - closes.length) + closes;
        return deliver(googleProductXml, rss(item(1) + item(2, head + stretch + tail)), { offers: false }, 1 << 18);
      };
      expect(codes((await long(importLimits.xmlTextBytesMax)).drafts)).toEqual(['1']);
      await expect(long(importLimits.xmlTextBytesMax + 1)).rejects.toMatchObject({ code: 'limit-exceeded' });
    },
  );

  test('a text without end is refused before it fills the memory', () => {
    const parser = new XmlItemParser('endless.xml', () => {});
    const text = 'x'.repeat(importLimits.xmlTextBytesMax);
    parser.write(`<rss><channel><item><title>${text}`);
    expect(() => parser.write('x')).toThrow(expect.objectContaining({ code: 'limit-exceeded' }));
  });
});
