/** Plurals that change their vowel or take -eren, also at the end of a compound (`wijnglazen`): plural, singular. */
const plurals = `kinderen kind, eieren ei, steden stad, schepen schip, leden lid, bladeren blad, glazen glas, gaten gat, vaten vat, daken dak,
  paden pad, wegen weg, dagen dag, baden bad, sloten slot, spelen spel, kalveren kalf, lammeren lam, runderen rund, hoenderen hoen, goederen goed,
  liederen lied, beenderen been, raderen rad, koeien koe, vlooien vlo, motoren motor, kantoren kantoor, sensoren sensor, tractoren tractor,
  middelen middel, zadelen zadel, meubelen meubel, artikelen artikel, wortelen wortel, sleutelen sleutel, mosselen mossel, aardappelen aardappel,
  appelen appel, schotelen schotel, gordelen gordel, engelen engel, nagelen nagel, bezemen bezem, skis ski, musea museum, catalogi catalogus,
  heren heer, spaken spaak, sjaals sjaal, bladen blad, etuis etui`;

/** Words that shop talk has from English, with the plural that stays in Dutch. */
const loans = `shirts shirt, tablets tablet, laptops laptop, desktops desktop, robots robot, gadgets gadget, shops shop, snacks snack, racks rack, packs pack,
  sticks stick, blocks block, drinks drink, outfits outfit, sets set, kits kit, tops top, pumps pump, boots boot, clips clip, caps cap, slips slip,
  pads pad, ipads ipad, beads bead, boards board, cards card, headsets headset, crackers cracker, chats chat, strips strip, dips dip, wraps wrap,
  hotspots hotspot, spots spot, mints mint, rollups rollup, cups cup, soundbars soundbar, barbecues barbecue`;

/** Diminutives whose word can't be seen from their letters. */
const diminutives = `meisje meisje, pakketje pakket, raketje raket, toiletje toilet, glaasje glas, blaadje blad, vaatje vat, gaatje gat, paadje pad, scheepje schip,
  cafeetje cafe, parapluutje paraplu, taartje taart, kaartje kaart, staartje staart, vaartje vaart, poortje poort, buurtje buurt, eitje ei,
  uitje ui, geitje geit, slaatje sla, laatje la, omaatje oma, lidje lid, spelletje spel, dagje dag, ijsje ijs, toetje toetje, koekje koek,
  cadeautje cadeau, kadootje kado`;

const pairs = (list: string): (readonly [string, string])[] =>
  list.split(',').map((pair) => {
    const [from = '', to = ''] = pair.trim().split(/\s+/);
    return [from, to];
  });

/** Words that look like a plural or an inflected form and are none. */
const bases = `keuken kussen deken laken wagen toren molen regen haven varken teken linnen open eten leven examen bekken jongen raven buiten binnen boven onder
  samen tegen even zeven negen gluten oven garen naaigaren breigaren haakgaren borduurgaren kolen houtskool wapen
  oranje franje thee zee fee idee cafe koffie the`;

/** Also found at the end of a compound. */
const singularOfEnding: ReadonlyMap<string, string> = new Map([...pairs(plurals), ...pairs(loans)]);
const singularOf: ReadonlyMap<string, string> = new Map([
  ...singularOfEnding,
  ...pairs(diminutives),
  ...pairs(diminutives).map(([from, to]): [string, string] => [`${from}s`, to]),
]);
const baseWords: ReadonlySet<string> = new Set(bases.trim().split(/\s+/));

const [endingMin, endingMax] = [5, 11];

/** The singular of a word that no rule finds, also behind another word; undefined where the rules may go on. */
export const irregularSingular = (word: string): string | undefined => {
  if (baseWords.has(word)) return word;
  const whole = singularOf.get(word);
  if (whole !== undefined) return whole;
  // Behind another word only endings that are long enough to be no accident.
  for (let length = Math.min(endingMax, word.length - 1); length >= endingMin; length--) {
    const ending = word.slice(-length);
    if (baseWords.has(ending)) return word;
    const singular = singularOfEnding.get(ending);
    if (singular !== undefined) return word.slice(0, -length) + singular;
  }
  return undefined;
};
