import { availabilityTerms, type SearchRanking, searchAnswerVersion } from '@openstraat/spec';
import type { NodeSettings } from '../../config/settings.ts';
import {
  rankingFigures as figures,
  type RankingTerm,
  type RankingTier,
  rankingTiers,
  rankingWeights,
} from '../../search/ranking.ts';
import { namedWordFigures, wordFigures } from '../../search/word-figures.ts';

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
const { bm25, field, query, index, text, leftOut, limits } = wordFigures;
const percentIn = (language: Language): ((value: number) => string) => figureIn(language, { style: 'percent' });
const [percentNl, percentEn] = [percentIn('nl'), percentIn('en')];

const means: Sentences<RankingTerm> = {
  nl: {
    text: [
      `Hoe goed uw woorden passen (BM25, met k1 ${dutch(bm25.k1)} en b ${dutch(bm25.b)}): een zeldzaam woord telt zwaarder dan een gewoon woord, en een lange tekst iets minder.`,
      `Waar een woord staat telt zo: in de naam ${dutch(field.name)}, het merk ${dutch(field.brand)}, de categorie, de soort plek (kind), kleur, maat, bezorger, organisator, of een pakketpunt een kluis of een balie is en wat men er met pakketten doet ${dutch(field.category)}, de omschrijving en de plaatsnaam van het adres ${dutch(field.description)}.`,
      `Hoe het gevonden is telt zo: het woord zelf ${dutch(query.word)}, een andere vorm ervan ${dutch(query.stem)}, een woord dat hetzelfde betekent ${dutch(query.synonym)}, de delen van een samenstelling ${dutch(query.parts)}, het begin van een woord (ten minste ${limits.prefixCharactersMin} letters) ${dutch(query.prefix)}, een verbeterde typefout ${dutch(query.corrected)}.`,
      `In een naam telt wat staat achter „van”, „voor”, „met”, „zonder”, „op”, „over”, „bij”, „tegen” of „tot” (ook in het Engels, Duits en Frans) maal ${dutch(index.aside)}, in een omschrijving tot het einde van de zin, maar niet in de naam van een plek; wat achter „zonder” staat vindt alleen wie daarnaar vraagt; een Nederlands woord voor een ding direct achter een ander („azijn wijn”) telt maal ${dutch(index.behindNoun)}.`,
      `Een titel (boeken en andere media naar hun categorie, en wat een ISBN of ISMN als barcode heeft: 978 en 979) zegt waar iets over gaat en telt maal ${dutch(index.title)}, zoals wat achter een dubbele punt staat in de naam van een evenement; wie het maakte telt achter een streepje maal ${dutch(index.author)}.`,
      `Een winkel wordt ook gevonden door wat ze naar haar naam verkoopt („wijnhandel”: nog ${dutch(index.soldPart)} erbij) en door wat zulke winkels verkopen (maal ${dutch(index.kindGoods)}).`,
      'Een barcode past op het product dat hem heeft voor 1.',
      `Wat minder dan ${percentNl(text.cutOffShare)} past van wat het best past blijft weg.`,
      `Noemen uw woorden een soort plek (museum, fietsenmaker), dan telt dit voor elk product dat op de woorden past maal ${dutch(figures.productNamingKind)}, zolang hier een plek van die soort bekend is.`,
    ].join(' '),
    distance: `Hoe dichtbij de plek is waar het te krijgen of te doen is, naar haar ligging: 1 voor de deur, de helft op ${percentNl(half)} van de afstand die u opgaf, en nooit 0.`,
    availability: `Of het er is: op voorraad ${dutch(availability.InStock)}, beperkt op voorraad ${dutch(availability.LimitedAvailability)}, op bestelling gemaakt ${dutch(availability.MadeToOrder)}, onbekend ${dutch(availability.Unknown)}, vooraf te bestellen ${dutch(availability.PreOrder)}, na te bestellen ${dutch(availability.BackOrder)}, uitverkocht of uit de handel ${dutch(availability.OutOfStock)}. Een evenement telt hier 1 als het bezig is (van begin tot eindtijd), en hoe later het begint hoe minder, tot ${dutch(figures.neutral)}: elke ${figures.eventHalfLifeDays} dagen de helft van wat het daarboven heeft.`,
    seen: `Hoe kort geleden het gezien is, op zichzelf of in de laatste volledige levering van zijn bron: de helft na ${figures.seenHalfLifeDays} dagen, een kwart na ${2 * figures.seenHalfLifeDays} dagen, en zo verder tot ${figures.seenDaysMax} dagen.`,
    open: `Of de plek dan open is, naar haar openingstijden, sluitingsdagen en tijdzone en de feestdagen van het land in haar adres: open ${dutch(open.open)}, onbekend ${dutch(open.unknown)}, gesloten ${dutch(open.closed)}.`,
  },
  en: {
    text: [
      `How well your words fit (BM25, with k1 ${english(bm25.k1)} and b ${english(bm25.b)}): a rare word counts more than a common one, and a long text a little less.`,
      `Where a word stands counts so: in the name ${english(field.name)}, the brand ${english(field.brand)}, the category, the kind of place, colour, size, carrier, organiser, whether a parcel point is a locker or a counter and what one does with parcels there ${english(field.category)}, the description and the town of the address ${english(field.description)}.`,
      `How it was found counts so: the word itself ${english(query.word)}, another form of it ${english(query.stem)}, a word of the same meaning ${english(query.synonym)}, the parts of a compound ${english(query.parts)}, the beginning of a word (${limits.prefixCharactersMin} letters or more) ${english(query.prefix)}, a corrected typo ${english(query.corrected)}.`,
      `In a name, what stands behind “of”, “for”, “with” or “without” (in Dutch, German and French as well; in Dutch also behind “op”, “over”, “bij”, “tegen” and “tot”) counts times ${english(index.aside)}, in a description up to the end of the sentence, but not in the name of a place; what stands behind “without” is found only by who asks for that; a Dutch word for a thing right behind another (“azijn wijn”) counts times ${english(index.behindNoun)}.`,
      `A title (of books and other media by their category, and of what has an ISBN or ISMN for a barcode: 978 and 979) says what something is about and counts times ${english(index.title)}, as does what stands behind a colon in the name of an event; who made it counts, behind a dash times ${english(index.author)}.`,
      `A shop is also found by what it sells by its name (“wijnhandel”: ${english(index.soldPart)} more) and by what such shops sell (times ${english(index.kindGoods)}).`,
      'A barcode fits the product that has it for 1.',
      `What fits less than ${percentEn(text.cutOffShare)} of what fits best is left out.`,
      `Where your words name a kind of place (museum, bicycle shop), this counts times ${english(figures.productNamingKind)} for every product that the words fit, as long as a place of that kind is known here.`,
    ].join(' '),
    distance: `How near the place is where it can be had or done, by its position: 1 at the door, one half at ${percentEn(half)} of the distance that you gave, and never 0.`,
    availability: `Whether it is there: in stock ${english(availability.InStock)}, limited stock ${english(availability.LimitedAvailability)}, made to order ${english(availability.MadeToOrder)}, unknown ${english(availability.Unknown)}, to pre-order ${english(availability.PreOrder)}, on back order ${english(availability.BackOrder)}, out of stock or discontinued ${english(availability.OutOfStock)}. An event counts 1 here while it is on (from its start to its end), and less the later it begins, down to ${english(figures.neutral)}: each ${figures.eventHalfLifeDays} days one half of what it has above that.`,
    seen: `How recently it was seen, by itself or in the last complete delivery of its source: one half after ${figures.seenHalfLifeDays} days, a quarter after ${2 * figures.seenHalfLifeDays} days, and so on up to ${figures.seenDaysMax} days.`,
    open: `Whether the place is open then, by its opening hours, days of closure and time zone and the holidays of the country in its address: open ${english(open.open)}, unknown ${english(open.unknown)}, closed ${english(open.closed)}.`,
  },
};

const tiers: Sentences<RankingTier> = {
  nl: {
    found: 'Eerst wat past en binnen de afstand ligt.',
    carried: `Dan plekken die het merk of de soort verkopen, waar niemand binnen de afstand een product heeft dat voor ten minste ${dutch(text.strongMin)} past.`,
    farther: `Dan wat past en verder weg ligt, tot ${limits.fartherRadii} keer de afstand.`,
  },
  en: {
    found: 'First what fits and lies within the distance.',
    carried: `Then places that sell the brand or category, where nobody within the distance has a product that fits for at least ${english(text.strongMin)}.`,
    farther: `Then what fits and lies farther away, up to ${limits.fartherRadii} times the distance.`,
  },
};

const orderWithin: Readonly<Record<Language, readonly string[]>> = {
  nl: [
    `Binnen elke groep op punten: de som van waarde maal gewicht. Een onderdeel dat niet van toepassing is telt als ${dutch(figures.neutral)}; punten tellen in stappen van 1/${figures.scoreSteps}.`,
    'Gelijke punten wisselen elkaar af per dag en plek, door een lot dat iedereen kan narekenen: niemand staat voor altijd bovenaan. Alleen evenementen die nog moeten beginnen komen daarna, het eerste het eerst: voor hen staan de minuten tot het begin vóór het lot.',
    `Past niets op alle woorden, of is wat past uitverkocht, gesloten of te ver weg, dan vallen woorden af die het minst zeggen: wat blijft draagt ten minste ${percentNl(leftOut.keptShareMin)} van de vraag. Staat er een zaak bij de naam („hamer spijkerman”), dan komt wat die zaak van de andere woorden heeft.`,
    `Een evenement zonder eindtijd is na ${limits.eventHoursWithoutEnd} uur voorbij. Wie vraagt wat open is, krijgt een evenement van meer dan ${limits.eventHoursOfOneDay} uur alleen als de plek dan niet gesloten is.`,
    'Van welke site iets komt telt niet mee: wat anderen hebben staat tussen wat hier is.',
  ],
  en: [
    `Within each group by score: the sum of value times weight. A term that does not apply counts as ${english(figures.neutral)}; scores count in steps of 1/${figures.scoreSteps}.`,
    'Equal scores take turns by day and place, by a lot that anyone can reckon again: nobody stands first for ever. Only events that have yet to begin come behind, the first one first: for them the minutes until they begin stand before the lot.',
    `Where nothing fits all words, or what does is sold out, closed or too far away, those are left out that say least: what stays carries at least ${percentEn(leftOut.keptShareMin)} of the question. Where a place is named beside them (“hamer spijkerman”), what that place has of the other words comes.`,
    `An event without an end is over after ${limits.eventHoursWithoutEnd} hours. Who asks for what is open gets an event of more than ${limits.eventHoursOfOneDay} hours only if the place is not closed then.`,
    'Which site something comes from does not count: what others have stands among what is here.',
  ],
};

const constants: Readonly<Record<string, number>> = {
  halfDistanceShare: figures.halfDistanceShare,
  seenHalfLifeDays: figures.seenHalfLifeDays,
  seenDaysMax: figures.seenDaysMax,
  eventHalfLifeDays: figures.eventHalfLifeDays,
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
  ...namedWordFigures,
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
