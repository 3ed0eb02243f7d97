const plain = (raw: string): string => raw.normalize('NFKD').replaceAll(/\p{M}/gu, '').trim().toLowerCase();

const languages: Readonly<Record<string, string>> = {
  nl: 'nederlands dutch niederlandisch neerlandais vlaams',
  en: 'engels english englisch anglais',
  de: 'duits german deutsch allemand',
  fr: 'frans french franzosisch francais',
  fy: 'fries frysk frisian',
  es: 'spaans spanish spanisch espagnol',
  it: 'italiaans italian italienisch italien',
  pt: 'portugees portuguese portugiesisch',
  pl: 'pools polish polnisch',
  tr: 'turks turkish turkisch turc',
  ar: 'arabisch arabic arabe',
  uk: 'oekraiens ukrainian ukrainisch',
  ru: 'russisch russian',
  zh: 'chinees chinese chinesisch',
  dse: 'gebarentaal nederlandse gebarentaal',
};
const languageOfWord: ReadonlyMap<string, string> = new Map(
  Object.entries(languages).flatMap(([code, words]) => words.split(' ').map((word): [string, string] => [word, code])),
);

const knownLanguages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** The code of a language (BCP 47), from its code or its name; undefined where it is not known. */
export const readLanguage = (raw: string): string | undefined => {
  const word = plain(raw);
  const named = languageOfWord.get(word);
  if (named !== undefined || !/^[a-z]{2,3}(-[a-z]{2})?$/.test(word)) return named;
  return knownLanguages.of(word) === undefined ? undefined : Intl.getCanonicalLocales(word)[0];
};

export type Wheelchair = 'yes' | 'limited' | 'no';

const wheelchairWords: Readonly<Record<Wheelchair, readonly string[]>> = {
  yes: ['ja', 'yes', 'j', 'y', 'x', '1', 'true', 'oui', 'volledig', 'goed', 'waar'],
  limited: ['beperkt', 'deels', 'gedeeltelijk', 'limited', 'partly', 'partial', 'teilweise', 'met hulp', 'limite'],
  no: ['nee', 'no', 'n', '0', 'false', 'nein', 'non', 'niet', 'onwaar'],
};
const wheelchairOfWord: ReadonlyMap<string, Wheelchair> = new Map(
  (Object.keys(wheelchairWords) as Wheelchair[]).flatMap((answer) =>
    wheelchairWords[answer].map((word): [string, Wheelchair] => [word, answer]),
  ),
);

/** Whether people in a wheelchair can get in; undefined where the words are not known. */
export const readWheelchair = (raw: string): Wheelchair | undefined => wheelchairOfWord.get(plain(raw));

/** The parts of a cell that lists things: commas, semicolons, bars and line breaks part them; each once. */
export const splitList = (raw: string): readonly string[] => [
  ...new Set(
    raw
      .split(/[,;|\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];
