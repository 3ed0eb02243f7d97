import { catalogueOf } from '../catalogue.mjs';

const food = '422';
const drinks = 'Food, Beverages & Tobacco > Beverages';

/** What a delicatessen and a supermarket sell. */
export const groceryGoods = catalogueOf({
  seed: 'groceries',
  firstMaker: 601,
  brands: ['Provisielaar', 'Korenmeer', 'Honingwaard', 'Bietelust', 'Theeveen'],
  brandsPerLine: 2,
  lines: `
koffie | bonen 500 g; gemalen 250 g; cafeïnevrij 250 g | 4-14 | ${drinks} | Langzaam gebrand.
thee | zwart 100 g; groen 100 g; munt 50 g | 3-11 | ${drinks} | Losse blaadjes in een blik.
appelsap | 1 liter; 3 liter | 2-9 | ${drinks} | Geperst van appels uit de Betuwe en van dichterbij.
vlierbloesemsiroop | 500 ml; 750 ml | 4-9 | ${drinks} | Met citroen.
bier | blond 33 cl; tripel 33 cl; alcoholvrij 33 cl | 1-4 | ${drinks} | Gebrouwen achter de sluis.
honing | lindehoning 450 g; heidehoning 450 g | 5-14 | ${food} | Van bijen langs het kanaal.
jam | aardbei 300 g; pruim 300 g; rabarber 300 g | 2-6 | ${food} | Zestig procent fruit.
appelstroop | 300 g; 450 g | 1-4 | ${food} | Dik en donker.
mosterd | grof 200 g; honing 200 g | 2-6 | ${food} | Gemalen tussen molenstenen.
tarwemeel | 1 kg; 2,5 kg | 2-7 | ${food} | Van de molen aan het Molenpad.
havermout | 500 g; 1 kg | 1-5 | ${food} | Fijne vlokken.
stroopwafels | 10 stuks; blik | 2-8 | ${food} | Elke week vers.
beschuit | naturel; volkoren | 1-4 | ${food} | Past onder een plak kaas.
speculaas | brokken 400 g; gevuld | 2-8 | ${food} | Met roomboter en amandel.
ontbijtkoek | naturel; met gember | 1-5 | ${food} | Gekruid met kaneel en nagel.
chocolade | puur 100 g; melk 100 g; hazelnoot 100 g | 2-6 | ${food} | In papier dat op de composthoop mag.
drop | zoet 250 g; zout 250 g; salmiak 250 g | 2-6 | ${food} | Zacht en niet te klein.
notenmix | gebrand 250 g; ongezouten 250 g | 3-9 | ${food} | Vijf soorten noten.
olijfolie | 500 ml; 1 liter | 7-19 | ${food} | Koud geperst.
azijn | wijn 500 ml; appel 500 ml | 2-8 | ${food} | Gerijpt in hout.
pasta | spaghetti 500 g; penne 500 g | 1-4 | ${food} | Droogt langzaam, kookt stevig.
rijst | zilvervlies 1 kg; wit 1 kg | 2-6 | ${food} | Kookt los.
bruine bonen | pot 340 g; droog 500 g | 1-4 | ${food} | Van kleigrond.
augurken | zoetzuur; Amsterdams | 1-5 | ${food} | Knapperig.
`,
});
