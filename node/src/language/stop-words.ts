// One list for all four languages: nobody says which language a query is in. Left out is what names a thing in another of them:
// `mes`, `dans`, `haar`, `was`, `bon`, `hat`, `bin`, `kan`, `pas`, `ton`, `aux`.
const list = `
  de het een en of van voor met zonder in op aan bij te ten ter om tot uit over naar door als dat dit deze die er zijn is ben wordt worden mijn jouw uw onze
  hun ik je jij u we wij ze zij niet geen ook nog maar dan wel wat welke wie waar hoe wanneer waarom heeft hebben heb t n
  the a an and or for with without at to from by as are be this these those my your our their his its you they it not
  what which who where how when why does
  der das ein eine einen einem einer eines und oder von vom fur mit ohne im am auf zum zur aus bei nach uber ist sind sein dieser dieses mein meine
  ich du es wir nicht kein keine auch noch welche wer wo wie wann
  le les un une des du et ou au sur avec sans ce cet cette ces mon votre vos notre nos leur tu il elle nous vous ils
  que qui quoi quel quelle comment quand pourquoi est sont
  iemand niemand iets hier daar ergens laten verkoopt verkopen zoek zoeken nodig graag wil willen kun kunt kunnen gaan
  anyone somebody someone something here there any
  jemand etwas dort brauche suche
  quelqu quelque ici la besoin`;

const stopWords: ReadonlySet<string> = new Set(list.trim().split(/\s+/));

/** Whether a folded word says nothing of what a text is about, in any of the languages. */
export const isStopWord = (word: string): boolean => stopWords.has(word);

const asides: ReadonlySet<string> = new Set(
  `van voor met zonder op over bij tegen tot for with without of fur mit ohne zum pour avec sans`.split(' '),
);

/** Whether a folded word stands before what a thing has, is made of or is for: `hoes voor telefoon` is no telephone. */
export const opensAside = (word: string): boolean => asides.has(word);

/** What people say around what they look for; stop words stand in it as well. */
const questions = `
  wat is er te doen, wat kan ik doen, wat te doen, iets te doen, te doen,
  what is there to do, what to do, things to do, was ist los, was kann man machen, que faire,
  waar kan ik, waar koop ik, waar vind ik, waar haal ik, waar krijg ik, waar is, waar zit, waar verkopen ze, waar hebben ze, wie heeft, wie verkoopt, wie maakt, wie repareert,
  kan ik, kun je, kunnen kopen, kan kopen, te koop, ik zoek, ik wil, ik wil graag, op zoek naar, in de buurt, bij mij in de buurt, bij mij, dicht bij mij, dichtbij, dichtstbijzijnde,
  waar je, waar kun je, waar kan je, waar kan, waar koop je, koop ik, kopen, vinden, verkrijgbaar, vlakbij, hier in de buurt,
  where can i buy, where can i get, where can i find, where to buy, where to get, where to find, where is, who sells, who has, can i buy, near me, nearby, close by, closest, nearest,
  i need, i want, i am looking for, looking for, buy, for sale, shops that sell, shop that sells,
  wo kann ich, wo kann man, wo gibt es, wo finde ich, wo bekomme ich, wer verkauft, wer hat, in der nahe, ich suche, kaufen, zu kaufen,
  ou acheter, ou puis je acheter, ou puis je trouver, ou trouver, qui vend, pres de moi, pres d ici, je cherche, acheter, a vendre, pas cher, pas chere, pas chers, bon marche`;

/** Phrases by their first word, the longest first. */
const phrasesOfFirst: ReadonlyMap<string, readonly (readonly string[])[]> = Map.groupBy(
  questions
    .split(',')
    .map((phrase) => phrase.trim().split(/\s+/))
    .toSorted((a, b) => b.length - a.length),
  ([first = '']) => first,
);

/** How many words from here on only ask: `waar kan ik` is three; zero where it is what is looked for. */
export const questionLength = (words: readonly string[], at: number): number =>
  phrasesOfFirst.get(words[at] ?? '')?.find((phrase) => phrase.every((word, index) => words[at + index] === word))
    ?.length ?? 0;
