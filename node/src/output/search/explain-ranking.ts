import { availabilityTerms, type SearchRanking, searchAnswerVersion } from '@openstraat/spec';
import type { NodeSettings } from '../../config/settings.ts';
import {
  rankingFigures as figures,
  type RankingTerm,
  type RankingTier,
  rankingTiers,
  rankingWeights,
} from '../../search/ranking.ts';

type Language = NodeSettings['language'];
type Sentences<K extends string> = Readonly<Record<Language, Readonly<Record<K, string>>>>;

const figureIn = (language: Language, style: Intl.NumberFormatOptions = {}): ((value: number) => string) => {
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 4, ...style });
  return (value) => format.format(value);
};

const dutch = figureIn('nl');
const english = figureIn('en');
const half = figures.halfDistanceShare;
const { availability, open } = figures;

const means: Sentences<RankingTerm> = {
  nl: {
    text: `Hoe goed uw woorden passen: in de naam telt zwaarder dan in de omschrijving, en een zeldzaam woord zwaarder dan een gewoon woord. Noemen ze een soort plek (museum, fietsenmaker), dan telt dit voor een product dat die naam draagt maal ${dutch(figures.productNamingKind)}.`,
    distance: `Hoe dichtbij: 1 voor de deur, de helft op ${figureIn('nl', { style: 'percent' })(half)} van de afstand die u opgaf, en nooit 0.`,
    availability: `Of het er is: op voorraad ${dutch(availability.InStock)}, beperkt op voorraad ${dutch(availability.LimitedAvailability)}, op bestelling gemaakt ${dutch(availability.MadeToOrder)}, onbekend ${dutch(availability.Unknown)}, vooraf te bestellen ${dutch(availability.PreOrder)}, na te bestellen ${dutch(availability.BackOrder)}, uitverkocht of uit de handel ${dutch(availability.OutOfStock)}.`,
    seen: `Hoe kort geleden het gezien is: de helft na ${figures.seenHalfLifeDays} dagen, een kwart na ${2 * figures.seenHalfLifeDays} dagen, en zo verder tot ${figures.seenDaysMax} dagen.`,
    open: `Of de plek dan open is: open ${dutch(open.open)}, onbekend ${dutch(open.unknown)}, gesloten ${dutch(open.closed)}.`,
  },
  en: {
    text: `How well your words fit: the name counts more than the description, and a rare word more than a common one. Where they name a kind of place (museum, bicycle shop), this counts times ${english(figures.productNamingKind)} for a product that bears that name.`,
    distance: `How near: 1 at the door, one half at ${figureIn('en', { style: 'percent' })(half)} of the distance that you gave, and never 0.`,
    availability: `Whether it is there: in stock ${english(availability.InStock)}, limited stock ${english(availability.LimitedAvailability)}, made to order ${english(availability.MadeToOrder)}, unknown ${english(availability.Unknown)}, to pre-order ${english(availability.PreOrder)}, on back order ${english(availability.BackOrder)}, out of stock or discontinued ${english(availability.OutOfStock)}.`,
    seen: `How recently it was seen: one half after ${figures.seenHalfLifeDays} days, a quarter after ${2 * figures.seenHalfLifeDays} days, and so on up to ${figures.seenDaysMax} days.`,
    open: `Whether the place is open then: open ${english(open.open)}, unknown ${english(open.unknown)}, closed ${english(open.closed)}.`,
  },
};

const tiers: Sentences<RankingTier> = {
  nl: {
    found: 'Eerst wat past en binnen de afstand ligt.',
    carried: 'Dan plekken die het merk of de soort verkopen, waar niemand het product zelf in zijn gegevens heeft.',
    farther: 'Dan wat past en verder weg ligt.',
  },
  en: {
    found: 'First what fits and lies within the distance.',
    carried: 'Then places that sell the brand or category, where nobody has the product itself in their data.',
    farther: 'Then what fits and lies farther away.',
  },
};

const orderWithin: Readonly<Record<Language, readonly string[]>> = {
  nl: [
    `Binnen elke groep op punten: de som van waarde maal gewicht. Een onderdeel dat niet van toepassing is telt als ${dutch(figures.neutral)}; punten tellen in stappen van 1/${figures.scoreSteps}.`,
    'Gelijke punten wisselen elkaar af per dag en plek, door een lot dat iedereen kan narekenen: niemand staat voor altijd bovenaan. Dat geldt ook voor evenementen: hun datum telt niet mee.',
    'Van welke site iets komt telt niet mee: wat anderen hebben staat tussen wat hier is.',
  ],
  en: [
    `Within each group by score: the sum of value times weight. A term that does not apply counts as ${english(figures.neutral)}; scores count in steps of 1/${figures.scoreSteps}.`,
    'Equal scores take turns by day and place, by a lot that anyone can reckon again: nobody stands first for ever. That goes for events too: their date does not count.',
    'Which site something comes from does not count: what others have stands among what is here.',
  ],
};

const constants: Readonly<Record<string, number>> = {
  halfDistanceShare: figures.halfDistanceShare,
  seenHalfLifeDays: figures.seenHalfLifeDays,
  seenDaysMax: figures.seenDaysMax,
  neutral: figures.neutral,
  productNamingKind: figures.productNamingKind,
  scoreSteps: figures.scoreSteps,
  ...Object.fromEntries(
    (Object.keys(availabilityTerms) as (keyof typeof availabilityTerms)[]).map((name) => [
      `availability.${name}`,
      figures.availability[name],
    ]),
  ),
  ...Object.fromEntries(Object.entries(figures.open).map(([state, value]) => [`open.${state}`, value])),
};

/** The order of results in words and figures, from the very constants that make it. */
export const explainRanking = (language: Language): SearchRanking => ({
  version: searchAnswerVersion,
  terms: (Object.keys(rankingWeights) as RankingTerm[]).map((term) => ({
    term,
    weight: rankingWeights[term],
    means: means[language][term],
  })),
  order: [...rankingTiers.map((tier) => tiers[language][tier]), ...orderWithin[language]],
  constants,
});
