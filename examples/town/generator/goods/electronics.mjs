import { catalogueOf } from '../catalogue.mjs';

const electronics = '222';
const appliances = 'Home & Garden > Household Appliances';

/** What an electronics shop sells. Lines with an energy label name it in the shop's own file. */
export const electronicsGoods = catalogueOf({
  seed: 'electronics',
  firstMaker: 301,
  brands: ['Stroomveen', 'Kabelaar', 'Lampwaard', 'Toonveen', 'Voltelaar'],
  brandsPerLine: 2,
  lines: `
televisie | 32 inch; 43 inch; 55 inch | 249-899 | ${electronics} | Helder beeld met drie aansluitingen voor randapparaten.
radio | keuken; draagbaar; met wekker | 24-119 | ${electronics} | Ontvangt digitaal en via de ether.
koptelefoon | met snoer; draadloos; voor kinderen | 17-189 | ${electronics} | Zit zacht en sluit goed af.
oordopjes | met snoer; draadloos | 9-99 | ${electronics} | Met drie maten dopjes.
luidspreker | klein; tuin; boekenplank | 24-199 | ${electronics} | Vult de kamer zonder te dreunen.
laadkabel | 1 meter; 2 meter; 3 meter | 7-19 | ${electronics} | Met stoffen mantel die niet knikt.
stekkerdoos | 3 stopcontacten; 5 stopcontacten; met schakelaar | 8-29 | ${electronics} | Met kindveilige contacten.
verlengsnoer | 3 meter; 5 meter; 10 meter | 7-24 | ${electronics} | Geaard, voor binnen.
batterijen | AA 8 stuks; AAA 8 stuks; oplaadbaar AA 4 stuks | 5-17 | ${electronics} | Gaan lang mee in klok en lamp.
ledlamp | E27 470 lumen; E27 806 lumen; E14 250 lumen | 4-14 | ${electronics} | Warm wit licht.
zaklamp | klein; oplaadbaar | 8-39 | ${electronics} | Schijnt honderd meter ver.
telefoonhoesje | zwart; doorzichtig | 9-24 | ${electronics} | Vangt een val op de stoep op.
powerbank | 5000 mAh; 10000 mAh; 20000 mAh | 14-49 | ${electronics} | Laadt twee telefoons tegelijk.
muis | met snoer; draadloos | 9-34 | ${electronics} | Voor links en rechts.
toetsenbord | met snoer; draadloos | 17-69 | ${electronics} | Stille toetsen.
usb-stick | 32 GB; 64 GB; 128 GB | 7-24 | ${electronics} | In een metalen huis.
printerinkt | zwart; kleur | 14-39 | ${electronics} | Voor de gangbare printers van het merk.
waterkoker | 1 liter; 1,7 liter | 24-69 | ${appliances} | Slaat vanzelf af.
broodrooster | twee sneden; vier sneden | 24-79 | ${appliances} | Ook voor dikke sneden.
koffiezetapparaat | filter; met thermoskan | 34-119 | ${appliances} | Zet tien kopjes.
stofzuiger | met zak; zonder zak; op accu | 79-329 | ${appliances} | Stil en licht.
strijkijzer | stoom; reis | 24-89 | ${appliances} | Glijdt vlot en druppelt niet.
wasmachine | 7 kg; 8 kg; 9 kg | 399-849 | ${appliances} | Met kort programma van dertig minuten.
koelkast | tafelmodel; kast 180 cm | 229-749 | ${appliances} | Met groentelade die vocht vasthoudt.
ventilator | tafel; staand | 24-89 | ${appliances} | Met drie standen.
rookmelder | los; gekoppeld | 14-44 | ${appliances} | Batterij gaat tien jaar mee.
deurbel | draadloos; met snoer | 14-49 | ${electronics} | Met vijf melodieën.
`,
});
