import { foldText } from './fold.ts';
import { stem } from './stems/stem.ts';
import type { Word } from './words.ts';

// What a thing is like, as people type it beside what it is. Left out is what names a thing as well in one of the four languages:
// `licht`, `light`, `hart`, `rund`, `glazen`, `pas`.
const colours = `rood wit zwart blauw groen geel bruin grijs paars roze oranje beige zilver goud zilveren gouden goudkleurig zilverkleurig lichtblauw donkerblauw
  lichtgroen donkergroen lichtgrijs donkergrijs donkerrood lichtroze bordeauxrood turquoise gekleurd effen gestreept gebloemd transparant doorzichtig
  red white black blue green yellow brown grey gray purple pink orange coloured colored striped
  rot weiß schwarz blau grün gelb braun grau lila rosa bunt
  rouge blanc blanche noir noire bleu bleue vert verte jaune marron gris grise violet violette rose`;

const dutch = `goedkoop duur voordelig betaalbaar gratis nieuw nieuwst oud ouderwets vintage tweedehands gebruikt mooi mooist lelijk leuk leukst schattig grappig lief cool hip
  goed beter best slecht prima fijn handig bijzonder speciaal origineel echt gewoon normaal standaard simpel eenvoudig makkelijk gemakkelijk moeilijk uniek
  klein kleiner kleinst groot groter grootst lang langer kort korter breed smal hoog hogere laag lage dik dun diep plat rond vierkant rechthoekig ovaal zwaar lichtgewicht
  modern klassiek luxe chique stijlvol elegant stoer retro landelijk industrieel trendy hippe
  warm warme koud koel heet fris vers lekker lekkerste zoet zout zuur bitter gezond biologisch vegan veganistisch vegetarisch natuurlijk duurzaam eerlijk
  zacht hard stevig sterk luchtig waterdicht waterproof winddicht ademend stil snel langzaam slim smart draadloos elektrisch digitaal automatisch draagbaar
  opvouwbaar inklapbaar oplaadbaar verstelbaar afsluitbaar wasbaar herbruikbaar houten metalen stalen plastic leren wollen katoenen linnen zijden
  kapot kapotte gerepareerd geschikt beschikbaar verkrijgbaar populair bekend favoriet romantisch feestelijk gezellig rustig compleet los losse extra
  heren dames unisex volwassen professioneel professionele kwaliteit merk merkloos soort kleur maat model type stuk aanbieding korting afgeprijsd uitverkoop`;

const english = `cheap cheaper cheapest expensive affordable inexpensive free new newest old used secondhand vintage nice pretty beautiful ugly cute funny good better best bad great fine
  special original real normal standard simple easy difficult unique small smaller smallest big bigger biggest large larger little tiny huge long short wide narrow high low thick
  thin deep flat round square heavy lightweight modern classic luxury elegant stylish warm hot cold cool fresh tasty sweet healthy organic natural sustainable soft hard
  strong sturdy waterproof quiet silent fast slow wireless electric digital automatic portable foldable rechargeable adjustable wooden broken popular men mens
  women womens kids size color colour brand kind quality sale discount`;

const german = `billig günstig günstiger preiswert teuer neu neuer neues alt gebraucht schön hübsch hässlich süß lustig gut besser beste schlecht toll besonders original echt normal einfach
  schwierig klein kleiner kleines groß großer großes lang kurz breit schmal hoch niedrig dick dünn tief flach eckig schwer leicht modern klassisch luxuriös elegant warm
  kalt frisch lecker süß gesund bio biologisch natürlich nachhaltig weich stark stabil wasserdicht leise schnell langsam kabellos elektrisch digital tragbar faltbar
  klappbar größe farbe marke angebot`;

const french = `cher chère chers bon moins neuf neuve nouveau nouvelle vieux vieille ancien ancienne occasion beau belle joli jolie mignon mignonne bon bonne meilleur meilleure
  mauvais petit petite grand grande gros grosse long longue court courte large étroit haut bas épais plat rond carré lourd léger légère moderne classique chaud chaude
  froid froide frais fraîche doux douce dur dure solide étanche silencieux rapide électrique pliable portable taille couleur marque promo`;

const actions: ReadonlySet<string> = new Set(
  foldText(`repareren maken herstellen vervangen huren lenen ruilen inruilen bestellen repair fix rent hire replace order
  reparieren mieten leihen bestellen réparer louer commander`).split(/\s+/),
);

/** Whether a word of a query says what is to be done with a thing: who asks for `telefoon repareren` wants no telephone. */
export const isAction = (word: string): boolean => actions.has(word);

const words: ReadonlySet<string> = new Set(
  foldText([colours, dutch, english, german, french].join(' '))
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const stems: ReadonlySet<string> = new Set(
  [
    ...foldText(`${colours} ${dutch}`)
      .split(/\s+/)
      .map((word) => `nl ${stem(word, 'nl')}`),
    ...foldText(`${colours} ${german}`)
      .split(/\s+/)
      .map((word) => `de ${stem(word, 'de')}`),
    ...foldText(`${colours} ${french}`)
      .split(/\s+/)
      .map((word) => `fr ${stem(word, 'fr')}`),
  ].filter((word) => word.length > 'nl '.length + 1),
);

/** `turfvrij`, `mouwloos`, `kindvriendelijk`: endings of what a thing is like, behind a whole word. */
const ending = /^[a-z]{3,}(?:vrije?|loze?|loos|achtige?|vriendelijke?|bestendige?|kleurige?|frei|farben|less)$/;

/** `goedkoopste` */
const superlative = /(?<=[a-z]{3})ste?$/;

/** Sizes that are letters: `S`, `XL`. */
const letterSize = /^(?:[a-z]|x{1,3}[sl])$/;

/** Whether a word of a query says what a thing is like (its colour, size, age, price), not what it is. */
export const isDescribing = ({ text, amount }: Pick<Word, 'text' | 'amount'>): boolean =>
  amount !== undefined ||
  /\d/.test(text) ||
  letterSize.test(text) ||
  words.has(text) ||
  ending.test(text) ||
  words.has(text.replace(superlative, '')) ||
  (['nl', 'de', 'fr'] as const).some((language) => stems.has(`${language} ${stem(text, language)}`));
