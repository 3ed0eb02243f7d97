import { catalogueOf } from '../catalogue.mjs';

const care = '2915';
const cosmetics = '473';
const health = 'Health & Beauty > Health Care';
const household = 'Home & Garden > Household Supplies > Household Cleaning Supplies';

/** What a drugstore sells. */
export const drugstoreGoods = catalogueOf({
  seed: 'drugstore',
  firstMaker: 201,
  brands: ['Schuimveen', 'Zeepwaard', 'Tandelaar', 'Haarveen', 'Huidlust', 'Blinkmeer', 'Kruidelaar'],
  brandsPerLine: 3,
  lines: `
shampoo | droog haar 300 ml; vet haar 300 ml; anti-roos 250 ml; kinderen 250 ml | 2-8 | ${care} | Wast mild en ruikt naar linde.
conditioner | 200 ml; 400 ml | 2-9 | ${care} | Maakt haar makkelijk doorkambaar.
douchegel | lavendel 250 ml; citroen 250 ml; zonder parfum 250 ml | 1-6 | ${care} | Zacht voor de huid, ook bij dagelijks gebruik.
handzeep | pomp 300 ml; navulling 750 ml; stuk 100 g | 1-6 | ${care} | Schuimt goed met weinig water.
tandpasta | mint 75 ml; kinderen 50 ml; gevoelige tanden 75 ml | 1-6 | ${care} | Met fluoride.
tandenborstel | zacht; middel; kinderen; bamboe | 1-6 | ${care} | Met een smalle kop voor de achterste kiezen.
mondwater | 250 ml; 500 ml | 2-8 | ${care} | Zonder alcohol.
flosdraad | 50 m; met was 50 m | 1-5 | ${care} | Glijdt tussen krappe tanden.
deodorant | roller 50 ml; spray 150 ml; stick 40 g | 2-7 | ${care} | Houdt vierentwintig uur fris.
scheermesjes | 4 stuks; 8 stuks | 5-19 | ${care} | Passen op de houder van hetzelfde merk.
scheerschuim | 200 ml; gevoelige huid 200 ml | 2-6 | ${care} | Dik schuim dat niet uitdroogt.
bodylotion | 250 ml; 400 ml | 3-11 | ${care} | Trekt snel in.
handcrème | 75 ml; droge handen 75 ml | 2-8 | ${care} | Voor handen die in de kou werken.
gezichtscrème | dag 50 ml; nacht 50 ml; factor 30 50 ml | 5-24 | ${care} | Ook voor de gevoelige huid.
lippenbalsem | naturel; kers; factor 20 | 1-5 | ${cosmetics} | In een hoesje van karton.
zonnebrand | factor 20 200 ml; factor 30 200 ml; factor 50 kinderen 150 ml | 7-21 | ${cosmetics} | Waterbestendig.
aftersun | 200 ml; 400 ml | 4-12 | ${cosmetics} | Koelt en verzacht.
mascara | zwart; bruin | 6-17 | ${cosmetics} | Klontert niet.
nagellak | rood; roze; transparant | 3-9 | ${cosmetics} | Droogt in een minuut.
wattenschijfjes | 80 stuks; 120 stuks | 1-4 | ${cosmetics} | Van katoen.
pleisters | 20 stuks; 40 stuks; op rol 1 m | 1-6 | ${health} | Laten los zonder trekken.
verband | 4 cm; 6 cm; 8 cm | 1-6 | ${health} | Rekbaar, met kram.
thermometer | digitaal; oor | 6-34 | ${health} | Meet binnen tien seconden.
neusspray | zout 20 ml; kinderen 15 ml | 2-8 | ${health} | Maakt de neus vrij met zeezout.
keelpastilles | honing; eucalyptus; zonder suiker | 1-6 | ${health} | Verzachten een ruwe keel.
vitamine D | 90 tabletten; druppels 25 ml | 4-14 | ${health} | Voor de donkere maanden.
vitamine C | 60 tabletten; bruis 20 tabletten | 3-11 | ${health} | Met sinaasappelsmaak.
kruidenthee | slaap; maag; kamille | 2-6 | ${health} | Twintig zakjes zonder nietje.
luiers | maat 3; maat 4; maat 5 | 6-17 | Baby & Toddler > Diapering > Diapers | Houden tot twaalf uur droog.
babydoekjes | 64 stuks; 3 x 64 stuks | 1-6 | Baby & Toddler > Diapering > Baby Wipes | Zonder parfum.
babyolie | 200 ml; 300 ml | 2-7 | Baby & Toddler > Baby Bathing | Voor na het badje.
maandverband | normaal 14 stuks; nacht 10 stuks | 1-6 | ${care} | Dun en zacht.
wasmiddel | wit 1 liter; kleur 1 liter; wol 750 ml | 4-14 | ${household} | Wast al schoon op twintig graden.
wasverzachter | 750 ml; 1,5 liter | 2-7 | ${household} | Ruikt naar buitengedroogde was.
afwasmiddel | citroen 500 ml; zonder parfum 500 ml | 1-4 | ${household} | Eén druppel is genoeg.
allesreiniger | 1 liter; spray 500 ml | 1-6 | ${household} | Voor vloer, tegel en aanrecht.
toiletreiniger | 750 ml; blokje | 1-5 | ${household} | Lost kalk op.
vaatwastabletten | 30 stuks; 60 stuks | 5-17 | ${household} | In een velletje dat oplost.
schoonmaakazijn | 1 liter; 5 liter | 1-7 | ${household} | Ontkalkt kraan en ketel.
toiletpapier | 8 rollen; 16 rollen | 3-12 | Home & Garden > Household Supplies > Household Paper Products | Drielaags, van gerecycled papier.
keukenrol | 2 rollen; 4 rollen | 1-6 | Home & Garden > Household Supplies > Household Paper Products | Neemt veel op.
haarborstel | klein; groot; ontwarborstel | 4-17 | ${care} | Trekt niet aan natte haren.
haarverf | bruin; blond; zwart | 6-14 | ${care} | Dekt grijs.
haarlak | 250 ml; extra sterk 250 ml | 2-8 | ${care} | Houdt model en borstelt uit.
badzout | lavendel 500 g; dennen 500 g | 3-10 | ${care} | Voor een warm bad na een natte fietstocht.
muggenspray | 100 ml; kinderen 75 ml | 5-13 | ${health} | Houdt muggen uren weg.
insectenbeetgel | 20 ml; stift | 3-9 | ${health} | Koelt en stopt de jeuk.
leesbril | +1,0; +1,5; +2,0; +2,5 | 6-17 | ${health} | Met zacht etui.
blarenpleisters | 5 stuks; 10 stuks | 4-9 | ${health} | Blijven dagen zitten.
warmtekussen | kersenpitten; gel | 7-24 | ${health} | Op te warmen in oven of magnetron.
`,
});
