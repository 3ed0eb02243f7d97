import type { NodeSettings } from '../../../config/settings.ts';

type Words = (found: RegExpExecArray) => string;

const knownTowns = (towns: string | undefined): string =>
  towns === undefined ? '' : ` Plaatsen die we wel kennen: ${towns}.`;

/** What the search says in English of questions that it can't answer, and what that is in Dutch. */
const dutch: readonly (readonly [RegExp, Words])[] = [
  [
    /^No postcode or town "([^]*)" is known here\.(?: Did you mean ([^]*?)\?)?(?: Towns that are known here: ([^]*?)\.)?(?: Or give|$)/,
    ([, near = '', meant, towns]) =>
      `„${near}” is een plaats of postcode die we niet kennen.${meant === undefined ? '' : ` Bedoelt u ${meant}?`} Laat „Waar” leeg, of noem een plaats in de buurt.${knownTowns(towns)}`,
  ],
  [
    /^There are several towns "([^]*)" here\..*: ([^:]*)\.$/,
    ([, near = '', choices = '']) =>
      `Er is meer dan één plaats „${near}”. Vul bij „Waar” de postcode in van de plaats die u bedoelt: ${choices}.`,
  ],
  [
    /^`radius` needs a place/,
    () => 'Bij „Tot hoe ver” hoort een plek: vul in waar u zoekt, een postcode of een plaats.',
  ],
  [
    /^`lat` and `lon` belong together/,
    () => 'Van het punt op de kaart ontbreekt de helft: geef `lat` en `lon` allebei.',
  ],
  [/^`type=product` needs/, () => 'Naar welk product zoekt u? Vul in wat u zoekt.'],
  [/^Nothing is asked/, () => 'Vul in wat u zoekt, of waar.'],
  [
    /^`kind` is neither/,
    () => 'Dat soort winkel of plek kennen we niet. Haal het weg, en zoek ernaar bij „Wat zoekt u?”.',
  ],
  [/\bcursor\b/i, () => 'Deze bladzijde hoort niet bij deze zoekvraag. Begin opnieuw bij de eerste.'],
];

/** A refusal of the search in the page's language; undefined where there are no words for it. */
export const refusalWords = (detail: string, language: NodeSettings['language']): string | undefined => {
  if (language === 'en') return undefined;
  for (const [pattern, words] of dutch) {
    const found = pattern.exec(detail);
    if (found !== null) return words(found);
  }
  return undefined;
};
