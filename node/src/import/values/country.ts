const countryWords: Readonly<Record<string, string>> = {
  nederland: 'NL',
  netherlands: 'NL',
  'the netherlands': 'NL',
  holland: 'NL',
  niederlande: 'NL',
  'pays bas': 'NL',
  nld: 'NL',
  belgie: 'BE',
  belgium: 'BE',
  belgien: 'BE',
  belgique: 'BE',
  duitsland: 'DE',
  germany: 'DE',
  deutschland: 'DE',
  allemagne: 'DE',
  frankrijk: 'FR',
  france: 'FR',
  frankreich: 'FR',
  luxemburg: 'LU',
  luxembourg: 'LU',
};

const knownCountries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** The two-letter code of a country; undefined where it is not known. */
export const readCountry = (raw: string): string | undefined => {
  const word = raw
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ' ')
    .trim();
  if (Object.hasOwn(countryWords, word)) return countryWords[word];
  const code = word.toUpperCase();
  return /^[A-Z]{2}$/.test(code) && code !== 'ZZ' && knownCountries.of(code) !== undefined ? code : undefined;
};
