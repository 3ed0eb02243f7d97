/** Puts the check digit behind twelve digits. */
export const withCheckDigit = (twelveDigits) => {
  let sum = 0;
  for (const [index, digit] of [...twelveDigits].entries()) sum += Number(digit) * (index % 2 === 0 ? 1 : 3);
  return twelveDigits + String((10 - (sum % 10)) % 10);
};

/** A GTIN-13 under GS1's demonstration prefix 952: four digits for the maker, five for the article. */
export const demonstrationGtin = (maker, article) =>
  withCheckDigit(`952${String(maker).padStart(4, '0')}${String(article).padStart(5, '0')}`);

/** The same GTIN with its last digit off by one, as a person who copies it by hand writes it. */
export const withWrongCheckDigit = (gtin) => gtin.slice(0, -1) + String((Number(gtin.slice(-1)) + 1) % 10);
