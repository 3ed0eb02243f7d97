import { demonstrationGtin } from './gtin.mjs';
import { randomFrom } from './random.mjs';

const readLine = (line) => {
  const [noun, variants, prices, category, sentence] = line.split('|').map((part) => part.trim());
  const [low, high] = prices.split('-').map(Number);
  return { noun, variants: variants.split(';').map((variant) => variant.trim()), low, high, category, sentence };
};

/** A price as shops like them: it ends in 95, 99 or 50, and lies between the two. */
export const shopPrice = (random, low, high) => {
  const euros = Math.floor(low) + Math.floor((random.integer(0, 1_000) / 1_000) * Math.max(0, high - low));
  const cents = random.pick(['95', '95', '99', '50']);
  return `${euros}.${cents}`;
};

/**
 * Makes a catalogue of a table of goods: every variant of every line, by so many of the table's brands.
 * @returns articles `{ gtin, name, noun, variant, brand, description, category, price }`, price as a decimal string
 */
export const catalogueOf = ({ seed, firstMaker, brands, brandsPerLine, lines }) => {
  const random = randomFrom(seed);
  const articlesOfMaker = new Map();
  return lines
    .trim()
    .split('\n')
    .map(readLine)
    .flatMap(({ noun, variants, low, high, category, sentence }) =>
      random.sample(brands, brandsPerLine).flatMap((brand) =>
        variants.map((variant) => {
          const maker = firstMaker + brands.indexOf(brand);
          const article = (articlesOfMaker.get(maker) ?? 0) + 1;
          articlesOfMaker.set(maker, article);
          const name = `${brand} ${noun}${variant === '' ? '' : ` ${variant}`}`;
          return {
            gtin: demonstrationGtin(maker, article * 7),
            name,
            noun,
            variant,
            brand,
            description: `${sentence} Van ${brand}${variant === '' ? '' : `, uitvoering: ${variant}`}.`,
            category,
            price: shopPrice(random, low, high),
          };
        }),
      ),
    );
};
