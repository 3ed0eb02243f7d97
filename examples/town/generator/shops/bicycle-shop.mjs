import { withFlaws } from '../flaws.mjs';
import { bicycleGoods } from '../goods/bicycle.mjs';
import { withWrongCheckDigit } from '../gtin.mjs';
import { randomFrom } from '../random.mjs';
import { otherPrice, utf8 } from '../text.mjs';
import { elements, raw } from '../write-xml.mjs';

const site = 'https://zadelberg.example';

const toItem = (random) => (article, index) => ({
  'g:id': `ZB-${1001 + index}`,
  title: article.name,
  description: article.description,
  link: `${site}/artikel/${1001 + index}`,
  'g:gtin': article.gtin,
  'g:brand': article.brand,
  'g:condition': 'new',
  'g:price': `${article.price} EUR`,
  'g:availability': random.pick([
    'in_stock',
    'in_stock',
    'in stock',
    'in_stock',
    'out_of_stock',
    'limited_availability',
  ]),
  'g:google_product_category': article.category,
  'g:pickup_method': random.chance(0.3) ? 'reserve' : '',
  'g:pickup_sla': random.chance(0.3) ? 'same day' : '',
});

const sale = (record) => ({ 'g:sale_price': `${otherPrice(record['g:price'].split(' ')[0], 0.8)} EUR` });

const flaws = {
  5: (record) => ({ title: raw(`<b>NIEUW</b> ${record.title} <i>nu in de winkel</i>`) }),
  20: (record) => ({ 'g:gtin': withWrongCheckDigit(record['g:gtin']) }),
  33: () => ({ 'g:availability': 'misschien' }),
  48: () => ({ 'g:price': '-4.95 EUR' }),
  60: () => ({ title: '' }),
  72: () => ({ 'g:price': '1.234 EUR' }),
  80: () => ({ 'g:id': 'ZB-1080' }),
  95: (record) => ({ description: raw(`${record.description} Slot & sleutel inbegrepen.`) }),
  110: (record) => ({ description: raw(`<![CDATA[<p>${record.description}</p><script>alert(1)</script>]]>`) }),
  130: sale,
  131: (record) => ({
    ...sale(record),
    'g:sale_price_effective_date': '2026-11-20T09:00+01:00/2027-01-03T17:00+01:00',
  }),
  132: (record) => ({ ...sale(record), 'g:sale_price_effective_date': '2026-12-01/2027-02-28' }),
  150: () => ({ link: 'javascript:alert(1)' }),
  160: () => ({ 'g:gtin': '', 'g:id': '' }),
};

/** The feed that the webshop of Rijwielhuis Zadelberg writes: RSS 2.0 with `g:`. */
export const bicycleShop = () => {
  const items = withFlaws(bicycleGoods.map(toItem(randomFrom('bicycle shop'))), flaws);
  const body = items.map((item) => `    <item>\n${elements(Object.entries(item), '      ')}\n    </item>`).join('\n');
  return {
    file: 'rijwielhuis-zadelberg.xml',
    bytes: utf8(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">
  <channel>
    <title>Rijwielhuis Zadelberg</title>
    <link>${site}/</link>
    <description>Alles wat in de winkel staat</description>
    <lastBuildDate>Fri, 20 Nov 2026 06:00:00 +0100</lastBuildDate>
${body}
  </channel>
</rss>
`),
  };
};
