import { catalogueOf } from '../catalogue.mjs';

const kitchen = '638';
const garden = '2962';
const pets = '1';

/** What a kitchenware shop sells. */
export const kitchenGoods = catalogueOf({
  seed: 'kitchen',
  firstMaker: 501,
  brands: ['Pannelust', 'Gardeveen', 'Snijwaard'],
  brandsPerLine: 3,
  lines: `
koekenpan | 20 cm; 24 cm; 28 cm | 17-69 | ${kitchen} | Plaatstaal dat met elk ei beter wordt.
steelpan | 14 cm; 16 cm | 17-54 | ${kitchen} | Met schenktuit.
kookpan | 18 cm; 24 cm | 24-79 | ${kitchen} | Dikke bodem, ook voor inductie.
braadpan | gietijzer 24 cm; emaille 28 cm | 34-129 | ${kitchen} | Voor stoofvlees op een laag vuur.
koksmes | 16 cm; 20 cm | 24-99 | ${kitchen} | Blijft lang scherp.
schilmesje | recht; gebogen | 4-17 | ${kitchen} | Ligt licht in de hand.
snijplank | beuken; bamboe; kunststof | 9-39 | ${kitchen} | Met sapgroef.
garde | 25 cm; 30 cm | 4-14 | ${kitchen} | Van roestvrij staal.
pollepel | hout; staal | 3-12 | ${kitchen} | Past in de hoogste pan.
kaasschaaf | hout; staal | 6-19 | ${kitchen} | Voor jonge en oude kaas.
theepot | 1 liter; 1,5 liter | 17-44 | ${kitchen} | Aardewerk met zeefje.
mok | blauw; wit; met molen | 5-14 | ${kitchen} | Kan in de vaatwasser.
borden | set van 4 plat; set van 4 diep | 19-59 | ${kitchen} | Steengoed.
weckpot | 0,5 liter; 1 liter | 3-8 | ${kitchen} | Met rubberen ring.
vergiet | klein; groot | 7-24 | ${kitchen} | Staat stevig in de gootsteen.
keukenweegschaal | 5 kg; met schaal | 14-39 | ${kitchen} | Per gram nauwkeurig.
theedoek | set van 2; set van 4 | 6-19 | ${kitchen} | Van halflinnen.
ovenschaal | 25 cm; 35 cm | 12-39 | ${kitchen} | Van oven naar tafel.
`,
});

/** What a garden centre sells. */
export const gardenGoods = catalogueOf({
  seed: 'garden',
  firstMaker: 511,
  brands: ['Spadeveen', 'Gieterwaard', 'Bollenmeer'],
  brandsPerLine: 3,
  lines: `
schep | spade; bats; plantschepje | 7-39 | ${garden} | Steel van essen.
hark | blad; grond | 11-29 | ${garden} | Verliest geen tanden.
snoeischaar | klein; groot | 11-44 | ${garden} | Knipt takken tot twee centimeter.
gieter | 5 liter; 10 liter zink | 6-34 | ${garden} | Met broes.
plantenbak | 40 cm; 60 cm; balkon | 8-49 | ${garden} | Met gat voor overtollig water.
potgrond | 20 liter; 40 liter; turfvrij 40 liter | 4-14 | ${garden} | Voor kamer en balkon.
bloembollen | tulpen 25 stuks; narcissen 25 stuks; krokussen 50 stuks | 4-13 | ${garden} | Planten voor de eerste vorst.
zaden | sla; radijs; wilde bloemen; pompoen | 2-4 | ${garden} | Zakje voor drie vierkante meter.
vogelhuisje | mees; roodborst | 12-34 | ${garden} | Te openen om schoon te maken.
vetbollen | 6 stuks; 30 stuks | 2-14 | ${garden} | Zonder netje.
tuinhandschoenen | maat S; maat M; maat L | 4-14 | ${garden} | Tegen doorns.
kruiwagen | 80 liter; 100 liter | 59-129 | ${garden} | Met luchtband.
`,
});

/** What a pet shop sells. */
export const petGoods = catalogueOf({
  seed: 'pets',
  firstMaker: 521,
  brands: ['Kwispelveen', 'Blafwaard', 'Poezelaar'],
  brandsPerLine: 3,
  lines: `
hondenbrokken | 3 kg; 12 kg; puppy 3 kg | 9-59 | ${pets} | Met kip en rijst.
kattenbrokken | 1,5 kg; 4 kg; binnenkat 1,5 kg | 7-34 | ${pets} | Met zalm.
kattenbakvulling | 10 liter; 20 liter | 6-17 | ${pets} | Klontert en stuift niet.
hondenriem | 1 m; 2 m; uitrolbaar | 9-34 | ${pets} | Met reflectiestiksel.
krabpaal | 60 cm; 120 cm | 19-89 | ${pets} | Van sisal.
voerbak | klein; groot | 4-17 | ${pets} | Staat vast op de vloer.
konijnenhooi | 1 kg; 2,5 kg | 3-11 | ${pets} | Geurig hooi uit de uiterwaarden.
hondenmand | 60 cm; 80 cm | 29-79 | ${pets} | Met uitneembaar kussen.
`,
});
