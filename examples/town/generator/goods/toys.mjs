import { catalogueOf } from '../catalogue.mjs';

const toys = '1253';
const games = '3793';

/** What a toy shop sells. */
export const toyGoods = catalogueOf({
  seed: 'toys',
  firstMaker: 101,
  brands: ['Tolletuin', 'Blokkaboe', 'Puzzelveen', 'Knuffelwaard', 'Spelemeer', 'Vliegeraar'],
  brandsPerLine: 3,
  lines: `
houten blokken | 50 stuks; 100 stuks; in een emmer | 14-39 | ${toys} | Glad geschuurd beukenhout met verf op waterbasis.
legpuzzel | sluis, 500 stukjes; molen, 1000 stukjes; boerderij, 100 stukjes; wereldkaart, 1500 stukjes | 8-22 | ${games} | Dik karton dat goed blijft liggen.
vloerpuzzel | dieren, 24 stukjes; voertuigen, 24 stukjes | 9-16 | ${games} | Grote stukken voor kleine handen.
bordspel | Turfstekers; Sluiswachter; Handelaren van de IJssel; Veenbrand | 17-44 | ${games} | Voor twee tot vijf spelers, een uur plezier.
kaartspel | Ganzenpas; Kwartet watervogels; Leugenbank | 5-13 | ${games} | Snel uit te leggen en snel gespeeld.
dobbelspel | Zes op een rij; Knobbeldobbel | 6-14 | ${games} | Met vijf dobbelstenen en een scoreblok.
knuffel | otter; ooievaar; kikker; schaap | 11-29 | ${toys} | Zacht en wasbaar op dertig graden.
pop | met kleertjes; babypop; lappenpop | 16-44 | ${toys} | Met kleren die aan en uit kunnen.
poppenwagen | riet; opvouwbaar | 29-69 | ${toys} | Stevige wielen, stuur op kinderhoogte.
poppenhuis | twee verdiepingen; grachtenpand | 49-129 | ${toys} | Van hout, met meubels.
houten trein | startset; met brug; goederentrein | 19-69 | ${toys} | Past op de rails van andere houten treinen.
loopfiets | rood; blauw; hout | 39-79 | ${toys} | Leert kinderen van twee jaar evenwicht houden.
step | twee wielen; drie wielen | 34-89 | ${toys} | Opvouwbaar, met rem.
bal | 15 cm; 20 cm; met sterren | 4-14 | ${toys} | Stuitert goed op gras en steen.
springtouw | 2 meter; 5 meter | 4-12 | ${toys} | Katoenen touw met houten handvatten.
vlieger | draak; vogel; delta | 11-34 | ${toys} | Vliegt al bij windkracht drie.
tol | hout; met koord; bromtol | 3-14 | ${toys} | Draait minutenlang.
jojo | hout; met licht | 4-11 | ${toys} | Met reservetouwtje.
knikkers | zakje van 50; zakje van 100 | 3-8 | ${toys} | Glazen knikkers met één bonk.
zandbakset | 5-delig; 8-delig; met kruiwagen | 6-24 | ${toys} | Emmer, schep en vormen van stevige kunststof.
waterpistool | klein; groot | 4-17 | ${toys} | Spuit tot zeven meter ver.
bellenblaas | 3 flesjes; navulling 1 liter | 2-8 | ${toys} | Voor grote en kleine bellen.
kleurpotloden | 12 kleuren; 24 kleuren; 36 kleuren | 4-17 | ${toys} | Breken niet snel en slijpen licht.
vingerverf | 4 potjes; 6 potjes | 6-14 | ${toys} | Wast uit kleren en handen.
klei | 8 kleuren; 12 kleuren | 4-13 | ${toys} | Blijft lang zacht in de afsluitbare bakjes.
knutselset | vogelhuisje; weefraam; sieraden | 8-24 | ${toys} | Met alles wat nodig is, en een uitleg met plaatjes.
speelgoedauto | brandweer; tractor; vuilniswagen | 6-27 | ${toys} | Met deuren die open kunnen.
boot | zeilboot; sleepboot | 8-29 | ${toys} | Blijft drijven in bad en in de sloot.
doktersset | 8-delig; 12-delig | 12-27 | ${toys} | In een koffertje van hout.
winkeltje | kassa; groente van hout; marktkraam | 11-79 | ${toys} | Om zelf winkelier te zijn.
rammelaar | hout; stof | 6-14 | Baby & Toddler > Baby Toys & Activity Equipment | Licht genoeg voor de eerste greep.
babyboekje | boerderij; water | 6-12 | Baby & Toddler > Baby Toys & Activity Equipment | Knispert en is wasbaar.
goocheldoos | 50 trucs; 100 trucs | 17-39 | ${toys} | Met uitleg bij elke truc.
microscoop | 400x; 900x | 29-74 | ${toys} | Voor slootwater en uienvliesjes.
schaakspel | reis; hout | 12-49 | ${games} | Bord en stukken in één doos.
`,
});
