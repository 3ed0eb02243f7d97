import { withFlaws } from '../flaws.mjs';
import { bookGoods } from '../goods/books.mjs';
import { withWrongCheckDigit } from '../gtin.mjs';
import { randomFrom } from '../random.mjs';
import { utf8 } from '../text.mjs';
import { elements, raw } from '../write-xml.mjs';

const site = 'https://leeslamp.example';

const toEntry = (random) => (book, index) => ({
  'g:id': `boek-${index + 1}`,
  title: book.name,
  summary: book.description,
  'g:link': `${site}/boek/${index + 1}`,
  'g:image_link': index % 4 === 0 ? `${site}/omslag/${book.gtin}.jpg` : '',
  updated: `2026-11-${String(10 + (index % 10)).padStart(2, '0')}T08:00:00+01:00`,
  'g:gtin': book.gtin,
  'g:brand': book.brand,
  'g:price': `EUR ${book.price}`,
  'g:availability': random.pick([
    'in stock',
    'in stock',
    'in stock',
    'out of stock',
    'preorder',
    'on_display_to_order',
  ]),
  'g:condition': 'new',
  'g:google_product_category': book.category,
});

const flaws = {
  7: (record) => ({ 'g:gtin': withWrongCheckDigit(record['g:gtin']) }),
  31: () => ({ 'g:price': 'gratis' }),
  44: (record) => ({ title: raw(record.title.replace('–', '&amp;ndash;')) }),
  57: () => ({ 'g:availability': 'bij de uitgever' }),
  70: () => ({ 'g:condition': 'als nieuw' }),
  83: () => ({ 'g:price': 'EUR 0.00' }),
  99: () => ({ 'g:price': '19.95 GLD' }),
  120: (record) => ({ 'g:id': 'boek-120', 'g:gtin': record['g:gtin'] }),
};

/** The feed of Boekhandel De Leeslamp: Atom with `g:`. */
export const bookshop = () => {
  const entries = withFlaws(bookGoods.map(toEntry(randomFrom('bookshop'))), flaws);
  const body = entries.map((entry) => `  <entry>\n${elements(Object.entries(entry), '    ')}\n  </entry>`).join('\n');
  return {
    file: 'boekhandel-de-leeslamp.xml',
    bytes: utf8(`<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:g="http://base.google.com/ns/1.0">
  <title>Boekhandel De Leeslamp</title>
  <link rel="self" href="${site}/winkelvoorraad.xml"/>
  <updated>2026-11-20T07:30:00+01:00</updated>
${body}
</feed>
`),
  };
};
