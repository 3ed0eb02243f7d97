import { describe, expect, test } from 'vitest';
import { deliver, headOf, modelFlaws, rss, shown } from '../delivery.test-helper.ts';
import { googleLocalInventory } from './local-inventory.ts';
import { googleProductXml } from './product-xml.ts';

const bicycle = `<item>
<g:id>F-1</g:id>
<title>Stadsfiets &amp; bel</title>
<description><![CDATA[<p>Stevig &amp; snel & rood.</p><script>alert(1)</script>]]></description>
<link>https://fietsenzaak.example/f?id=1&kleur=rood</link>
<g:image_link>https://fietsenzaak.example/1.jpg</g:image_link>
<g:additional_image_link>https://fietsenzaak.example/2.jpg</g:additional_image_link>
<g:additional_image_link>https://fietsenzaak.example/3.jpg</g:additional_image_link>
<g:availability>in stock</g:availability>
<g:price>1.299,00 EUR</g:price>
<g:sale_price>999,00 EUR</g:sale_price>
<g:sale_price_effective_date>2026-11-01T08:00+0100/2026-12-01T23:59+0100</g:sale_price_effective_date>
<g:gtin>9520000000011</g:gtin>
<g:brand>Windvang</g:brand>
<g:condition>new</g:condition>
<g:google_product_category>1025</g:google_product_category>
<g:item_group_id>F</g:item_group_id>
<g:color>rood</g:color><g:size>53</g:size>
<g:energy_efficiency_class>Z</g:energy_efficiency_class>
<g:shipping><g:country>NL</g:country><g:price>9,95 EUR</g:price></g:shipping>
<g:shipping><g:country>BE</g:country><g:price>19,95 EUR</g:price></g:shipping>
</item>`;

const knows = async (content: string) => googleProductXml.recognises(await headOf(content));
const draftsOf = async (bytes: Uint8Array) => (await deliver(googleProductXml, bytes, { offers: false }, 5)).drafts;

describe('googleProductXml', () => {
  test('knows its files by their first item', async () => {
    expect(await knows(rss(bicycle))).toBe(true);
    expect(await knows(rss('<item><title>Nieuws</title><link>https://x.example</link><guid>1</guid></item>'))).toBe(
      false,
    );
    expect(await knows('id\ttitle\tprice\n1\tFiets\t12 EUR\n')).toBe(false);
    expect(await knows('<html><body>Not found</body></html>')).toBe(false);
  });

  test('reads an RSS item into a product and its offer', async () => {
    const { drafts, issues, stated } = await deliver(
      googleProductXml,
      rss(
        bicycle,
        '<lastBuildDate>Sun, 01 Nov 2026 08:00:00 +0100</lastBuildDate><pubDate>Thu, 01 Jan 2015 08:00:00 GMT</pubDate>',
      ),
      { language: 'nl' },
      13,
    );
    expect(stated).toEqual(['2026-11-01T07:00:00Z']);
    expect(shown(issues)).toEqual(['4 xml-ampersand link', '4 energy-label-unknown energy_efficiency_class']);
    expect(modelFlaws(drafts)).toEqual([]);
    const product = { gtin: '09520000000011', code: 'F-1' };
    expect(drafts).toEqual([
      {
        kind: 'Product',
        product,
        data: {
          name: { nl: 'Stadsfiets & bel' },
          brand: { type: 'Brand', name: 'Windvang' },
          description: { nl: 'Stevig & snel & rood.' },
          image: [1, 2, 3].map((picture) => `https://fietsenzaak.example/${picture}.jpg`),
          url: 'https://fietsenzaak.example/f?id=1&kleur=rood',
          category: '1025',
          isVariantOf: { type: 'ProductGroup', productGroupID: 'F' },
          size: '53',
          color: 'rood',
        },
      },
      {
        kind: 'Offer',
        product,
        placeKey: 'fietsenzaak',
        data: {
          availability: 'InStock',
          observedAt: '2026-11-01T07:00:00Z',
          price: '1299.00',
          priceCurrency: 'EUR',
          salePrice: '999.00',
          saleFrom: '2026-11-01T07:00:00Z',
          saleThrough: '2026-12-01T22:59:00Z',
          itemCondition: 'NewCondition',
          url: 'https://fietsenzaak.example/f?id=1&kleur=rood',
        },
      },
    ]);
  });

  test('reads Atom, with a prefix of its own, and other links beside', async () => {
    const { drafts, issues, stated } = await deliver(
      googleProductXml,
      `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:gg="http://base.google.com/ns/1.0" xmlns:m="urn:other">
<updated>2026-11-01T05:00:00Z</updated>
<entry><title>Ignored</title><gg:title>Bel</gg:title><m:price>1 EUR</m:price><gg:id>B</gg:id><gg:price>3,50</gg:price>
<link rel="self" href="https://x.example/feed"/><link rel="alternate" href="https://x.example/bel?a=1&amp;b=2"/></entry></feed>`,
      { offers: false },
    );
    expect(shown(issues)).toEqual([]);
    expect(stated).toEqual(['2026-11-01T05:00:00Z']);
    expect(drafts).toEqual([
      { kind: 'Product', product: { code: 'B' }, data: { name: 'Bel', url: 'https://x.example/bel?a=1&b=2' } },
    ]);
  });

  test('bytes of ISO-8859-15 under their declaration, and UTF-8 under a wrong one', async () => {
    const item = '<item><g:id>1</g:id><title>Café \u20ac</title><g:price>1 EUR</g:price></item>';
    const xml = rss(item).replace('UTF-8', 'ISO-8859-15');
    const latin = Uint8Array.from(xml, (character) => (character === '\u20ac' ? 0xa4 : character.charCodeAt(0)));
    const expected = [{ kind: 'Product', product: { code: '1' }, data: { name: 'Café \u20ac' } }];
    expect(await draftsOf(latin)).toEqual(expected);
    expect(await draftsOf(new TextEncoder().encode(xml))).toEqual(expected);
  });

  test('each flaw of an item is told, and the rest of the item stands', async () => {
    const { drafts, issues } = await deliver(
      googleProductXml,
      rss(`<item><g:id>1</g:id><title>Bel &lt;b&gt;luid&lt;/b&gt;</title><link>javascript:alert(1)</link><g:price>-1 EUR</g:price><g:price>2 EUR</g:price>
<g:availability>soms</g:availability><g:gtin>9520000000012</g:gtin></item>`),
    );
    expect(shown(issues)).toEqual([
      '4 gtin-ignored gtin',
      '4 markup-in-text title',
      '4 link-not-web link',
      '4 availability-unknown availability',
      '4 field-repeated price',
      '4 price-negative price',
    ]);
    expect(drafts).toEqual([
      { kind: 'Product', product: { code: '1' }, data: { name: 'Bel luid' } },
      {
        kind: 'Offer',
        product: { code: '1' },
        placeKey: 'fietsenzaak',
        data: { availability: 'Unknown', observedAt: '2026-11-01T06:00:00Z' },
      },
    ]);
  });

  test.each([
    ['<g:sale_price>5 EUR</g:sale_price>', ['4 sale-price-alone sale_price'], { price: '5.00', priceCurrency: 'EUR' }],
    [
      '<g:price>4 EUR</g:price><g:sale_price>5 EUR</g:sale_price>',
      ['4 sale-price-not-lower sale_price'],
      { price: '4.00', priceCurrency: 'EUR' },
    ],
    [
      '<g:price>10 EUR</g:price><g:sale_price>5 USD</g:sale_price>',
      ['4 sale-price-currency sale_price'],
      { price: '10.00', priceCurrency: 'EUR' },
    ],
    ['<g:price>5 EUR</g:price><g:sale_price>5,00</g:sale_price>', [], { price: '5.00', priceCurrency: 'EUR' }],
  ])('%s', async (fields, expected, prices) => {
    const { drafts, issues } = await deliver(
      googleProductXml,
      rss(`<item><g:id>1</g:id><title>Bel</title>${fields}</item>`),
    );
    expect(shown(issues)).toEqual(expected);
    expect(drafts[1]).toMatchObject({ data: prices });
    expect(drafts[1]).not.toHaveProperty('data.salePrice');
  });
});

test('local inventory comes as XML too', async () => {
  const xml = rss(`<item><g:store_code>A</g:store_code><g:id>1</g:id><g:quantity>3</g:quantity></item>
<item><g:id>2</g:id></item><item><g:store_code>B</g:store_code><g:id>2</g:id></item>`);
  const head = await headOf(xml);
  expect([googleLocalInventory.recognises(head), googleProductXml.recognises(head)]).toEqual([true, false]);
  const { drafts, issues } = await deliver(googleLocalInventory, xml, { stores: { A: 'filiaal-a' } });
  expect(drafts).toEqual([
    {
      kind: 'Offer',
      product: { code: '1' },
      placeKey: 'filiaal-a',
      data: { availability: 'InStock', observedAt: '2026-11-01T06:00:00Z', stock: 3 },
    },
  ]);
  expect(shown(issues)).toEqual(['5 store-code-missing store_code', '5 store-code-unmapped store_code']);
});
