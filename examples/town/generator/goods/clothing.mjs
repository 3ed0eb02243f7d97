import { demonstrationGtin } from '../gtin.mjs';
import { shopPrice } from '../catalogue.mjs';
import { randomFrom } from '../random.mjs';

const brands = ['Wolwaard', 'Veenlinnen', 'Katoenaar', 'Regenlust', 'Linnemeer'];
const adultSizes = ['S', 'M', 'L', 'XL'];

/** Garment, sizes, lowest and highest price, what it is. */
const garments = [
  ['regenjas', adultSizes, 69, 149, 'Waterdicht tot in de naden, met capuchon die meedraait.'],
  ['wollen trui', adultSizes, 59, 129, 'Gebreid van wol uit één kudde.'],
  ['overhemd', adultSizes, 39, 79, 'Kreukt weinig.'],
  ['T-shirt', adultSizes, 14, 29, 'Zwaar katoen dat zijn vorm houdt.'],
  ['jurk', ['36', '38', '40', '42'], 49, 119, 'Met zakken.'],
  ['spijkerbroek', ['30/32', '32/32', '34/34'], 59, 99, 'Recht model, middelhoge taille.'],
  ['vest', adultSizes, 44, 99, 'Met houten knopen.'],
  ['sjaal', ['één maat'], 17, 44, 'Lang genoeg voor twee slagen.'],
  ['muts', ['één maat'], 12, 29, 'Prikt niet.'],
  ['sokken', ['36-40', '41-46'], 6, 14, 'Drie paar.'],
  ['kinderjas', ['104', '116', '128'], 39, 79, 'Met ruimte voor een dikke trui.'],
  ['pyjama', adultSizes, 29, 54, 'Zacht flanel.'],
  ['rok', ['36', '38', '40'], 34, 69, 'Valt over de knie.'],
];
const colours = ['marineblauw', 'mosgroen', 'roestbruin', 'antraciet', 'ecru', 'okergeel'];

/** What a clothing shop sells: every size of a colour is an article, and they share a group. */
export const clothingGoods = (() => {
  const random = randomFrom('clothing');
  let article = 0;
  return garments.flatMap(([noun, sizes, low, high, sentence], index) =>
    random.sample(brands, 2).flatMap((brand) => {
      const price = shopPrice(random, low, high);
      const group = `${brand.slice(0, 3).toUpperCase()}-${String(index + 1).padStart(2, '0')}`;
      return random.sample(colours, 3).flatMap((colour) =>
        sizes.map((size) => {
          article += 1;
          return {
            gtin: demonstrationGtin(701 + brands.indexOf(brand), article * 3),
            name: [brand, noun, colour, ...(size === 'één maat' ? [] : ['maat', size])].join(' '),
            noun,
            variant: colour,
            brand,
            description: sentence,
            category: '1604',
            price,
            size,
            colour,
            group,
          };
        }),
      );
    }),
  );
})();
