import { catalogueOf } from '../catalogue.mjs';

const tools = '1167';
const hardware = '632';
const paint = 'Hardware > Building Consumables > Painting Consumables > Paint';
const plumbing = 'Hardware > Plumbing';

/** What a hardware store sells. */
export const hardwareGoods = catalogueOf({
  seed: 'hardware',
  firstMaker: 401,
  brands: ['Klinkvaster', 'Hamerwaard', 'Schroevenaar', 'Boorlust', 'Nijpveen', 'Grendelmeer'],
  brandsPerLine: 2,
  lines: `
klauwhamer | 300 g; 450 g; 600 g | 9-34 | ${tools} | Kop van gesmeed staal, steel van essenhout.
rubberen hamer | 450 g; 680 g | 7-19 | ${tools} | Voor tegels en tentharingen.
schroevendraaier | kruis PH1; kruis PH2; plat 4 mm; plat 6 mm | 3-11 | ${tools} | Met magnetische punt.
schroevendraaierset | 6-delig; 12-delig | 12-44 | ${tools} | In een opbergetui.
combinatietang | 160 mm; 180 mm | 11-34 | ${tools} | Knipt ook harde draad.
waterpomptang | 240 mm; 300 mm | 14-39 | ${tools} | Met zeven standen.
steeksleutel | 8 mm; 10 mm; 13 mm; 17 mm | 3-12 | ${tools} | Verchroomd staal.
inbussleutels | 7-delig; 9-delig | 6-19 | ${tools} | In een houder met maten erop.
handzaag | hout 500 mm; metaal 300 mm; verstek | 9-34 | ${tools} | Geharde tanden.
waterpas | 40 cm; 60 cm; 100 cm | 8-39 | ${tools} | Drie libellen, af te lezen van boven.
rolmaat | 3 m; 5 m; 8 m | 4-17 | ${tools} | Stopt waar je wilt.
duimstok | hout 2 m; kunststof 1 m | 3-9 | ${tools} | Klapt stevig open.
accuboormachine | 12 V; 18 V | 69-179 | ${tools} | Met twee accu's en een koffer.
klopboormachine | 600 W; 850 W | 54-119 | ${tools} | Met diepteaanslag.
houtborenset | 5-delig; 8-delig | 7-22 | ${tools} | Met centreerpunt.
steenboor | 6 mm; 8 mm; 10 mm | 2-7 | ${tools} | Punt van hardmetaal.
schuurmachine | vlak; delta | 39-99 | ${tools} | Met opvangbak voor stof.
schuurpapier | korrel 80; korrel 120; korrel 240 | 2-8 | ${tools} | Tien vellen.
houtschroeven | 3,5 x 30, 200 stuks; 4 x 40, 200 stuks; 5 x 60, 100 stuks | 5-14 | ${hardware} | Verzinkt, met kruiskop.
spijkers | 40 mm, 500 g; 70 mm, 500 g | 3-9 | ${hardware} | Blank staal.
pluggen | 6 mm, 100 stuks; 8 mm, 100 stuks; gipsplaat, 25 stuks | 3-11 | ${hardware} | Houden in steen en gasbeton.
bouten en moeren | M6, 25 stuks; M8, 25 stuks | 4-11 | ${hardware} | Verzinkt.
scharnier | 76 mm; 89 mm; kogellager | 3-14 | ${hardware} | Per paar, met schroeven.
deurklink | rond; recht; zwart | 14-54 | ${hardware} | Met rozetten en stift.
cilinderslot | 30/30; 30/35; gelijksluitend | 17-69 | ${hardware} | Drie sleutels, te kopiëren bij Sleutelpost Brugstraat.
hangslot | 30 mm; 40 mm; 50 mm | 5-24 | ${hardware} | Beugel van gehard staal.
deurschuif | 80 mm; 120 mm | 4-13 | ${hardware} | Voor schuur en tuinhek.
kapstokhaak | enkel; dubbel; messing | 3-12 | ${hardware} | Met schroeven in dezelfde kleur.
plankdrager | 15 cm; 25 cm; 35 cm | 2-11 | ${hardware} | Draagt twintig kilo per paar.
ketting | 3 mm, per meter; 5 mm, per meter | 2-7 | ${hardware} | Verzinkt.
touw | 6 mm, 20 m; 10 mm, 20 m | 5-17 | ${hardware} | Van hennep, ruikt naar de haven.
spanband | 2,5 m; 5 m | 6-19 | ${hardware} | Met ratel.
kabelbinders | 200 mm, 100 stuks; 300 mm, 100 stuks | 3-9 | ${hardware} | Bestand tegen zon.
duct tape | 10 m; 50 m; zwart 25 m | 4-14 | ${hardware} | Scheurt recht af.
houtlijm | 250 g; 750 g | 5-14 | ${hardware} | Droogt doorzichtig.
montagekit | 290 ml; wit 290 ml | 5-12 | ${hardware} | Hecht op natte steen.
siliconenkit | wit; transparant; grijs | 4-11 | ${hardware} | Schimmelt niet.
muurverf | wit 2,5 liter; wit 10 liter; gebroken wit 5 liter | 17-79 | ${paint} | Dekt in één keer.
buitenverf | donkergroen 750 ml; wit 750 ml; zwart 750 ml; standblauw 750 ml | 19-44 | ${paint} | Zes jaar bescherming voor kozijn en deur.
lak | hoogglans wit 750 ml; zijdeglans wit 750 ml; mat zwart 750 ml | 17-42 | ${paint} | Op waterbasis, ruikt weinig.
grondverf | wit 750 ml; grijs 750 ml | 14-32 | ${paint} | Voor hout en metaal.
tuinbeits | eiken 2,5 liter; groen 2,5 liter; antraciet 2,5 liter | 19-49 | ${paint} | Trekt in het hout.
kwast | plat 50 mm; rond maat 10; radiator | 3-14 | ${hardware} | Verliest geen haren.
verfroller | 10 cm; 18 cm; 25 cm | 4-17 | ${hardware} | Met beugel.
verfbak | klein; groot | 2-8 | ${hardware} | Met afstrijkrooster.
afplaktape | 19 mm; 38 mm; binnen 25 mm | 3-9 | ${hardware} | Laat los zonder resten.
afdekfolie | 4 x 5 m; met tape 2,7 m | 2-9 | ${hardware} | Dun en ritselvrij.
plamuur | hout 250 g; muur 500 g | 5-14 | ${hardware} | Krimpt niet.
ladder | 5 treden; 7 treden; schuifladder | 49-189 | ${tools} | Met antislipvoeten.
werkhandschoenen | maat 9; maat 10 | 4-14 | ${tools} | Met grip, ook nat.
veiligheidsbril | helder; over bril | 5-17 | ${tools} | Beslaat niet.
gereedschapskist | klein; groot; op wielen | 14-89 | ${tools} | Met uitneembaar vak.
kraan | keuken; wastafel; buiten | 24-99 | ${plumbing} | Met keramische schijven.
tuinslang | 15 m; 25 m; 50 m | 14-54 | Home & Garden > Lawn & Garden | Knikt niet, met koppelstukken.
sifon | wastafel; keuken | 7-24 | ${plumbing} | Met reinigingsdop.
ontstopper | rubber; veer 5 m | 5-19 | ${plumbing} | Werkt zonder chemie.
kraanleertje | 3/8; 1/2 | 2-3 | ${plumbing} | Zakje van tien.
brievenbus | zwart; wit; met krantenrol | 24-89 | ${hardware} | Past op een tijdschrift.
huisnummer | cijfer 1; cijfer 2; cijfer 7 | 5-14 | ${hardware} | Geborsteld staal.
rookmelder | 1 stuk; 2 stuks | 14-39 | ${hardware} | Met testknop.
tijdschakelaar | mechanisch; digitaal | 6-22 | ${hardware} | Voor lampen bij afwezigheid.
bezem | binnen; buiten; met steel | 7-24 | ${hardware} | Van paardenhaar of van piassava.
emmer | 10 liter; 12 liter zink | 3-19 | ${hardware} | Met maatstreep en schenktuit.
`,
});
