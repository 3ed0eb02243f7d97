import { catalogueOf } from '../catalogue.mjs';

const accessories = '3214';
const parts = '3618';

/** What a bicycle shop sells. */
export const bicycleGoods = catalogueOf({
  seed: 'bicycle',
  firstMaker: 1,
  brands: ['Veenrijder', 'Trapwaard', 'Kettingaar', 'Spakenlust', 'Bandelaar', 'Lichtspaak'],
  brandsPerLine: 3,
  lines: `
fietspomp | met manometer; mini; met voetpedaal; voor Frans ventiel | 9-44 | Sporting Goods > Outdoor Recreation > Cycling > Bicycle Accessories | Pompt een band in een paar slagen op.
stadsfiets | 3 versnellingen; 7 versnellingen; omafiets; transportfiets | 349-899 | 1026 | Degelijke fiets voor elke dag, rijklaar afgeleverd.
elektrische fiets | lage instap; hoge instap; vouwbaar | 1499-3299 | 1026 | Fietst met een zetje door wind en over bruggen.
kinderfiets | 16 inch; 20 inch; 24 inch | 129-329 | 1026 | Kleurige fiets met handrem en terugtraprem.
bakfiets | tweewieler; driewieler | 1899-3999 | 1026 | Neemt kinderen en boodschappen in één keer mee.
buitenband | 28 x 1 5/8; 26 x 1,75; 20 x 1,75; 28 x 1,40 | 12-39 | ${parts} | Met reflectiestreep en een laag tegen lek rijden.
binnenband | 28 inch Hollands ventiel; 28 inch Frans ventiel; 26 inch; 20 inch; 16 inch | 4-9 | ${parts} | Past ook in een band die iets breder is.
bandenplakset | klein; groot; zelfklevend | 2-9 | ${accessories} | Alles om onderweg een lekke band te plakken.
bandenlichters | set van 2; set van 3 | 2-6 | ${accessories} | Lichten de band van de velg zonder die te beschadigen.
kettingslot | 90 cm; 110 cm; 140 cm | 19-69 | ${accessories} | Geharde schakels met een hoes die de lak spaart.
ringslot | zwart; grijs | 17-42 | ${accessories} | Vast slot voor het achterwiel, met twee sleutels.
vouwslot | 80 cm; 95 cm | 34-79 | ${accessories} | Vouwt klein op in de houder op het frame.
fietshelm | maat S; maat M; maat L | 29-89 | ${accessories} | Licht van gewicht, met een draaiknop om te stellen.
kinderhelm | met dinosaurussen; effen blauw; effen rood | 19-39 | ${accessories} | Beschermt ook het achterhoofd.
fietstas | enkel; dubbel; voor op het stuur | 19-89 | ${accessories} | Waterdicht doek met reflecterende bies.
fietskrat | klein; middel; groot | 14-32 | ${accessories} | Gemaakt van gerecyclede kunststof.
fietsmand | riet; staal zwart | 17-49 | ${accessories} | Ruime mand die aan elk stuur past.
kinderzitje | voor; achter | 59-139 | ${accessories} | Met verstelbare voetsteunen en een vijfpuntsgordel.
koplamp | op batterijen; op naafdynamo; oplaadbaar | 9-59 | ${accessories} | Heldere lamp die tegenliggers niet verblindt.
achterlicht | op batterijen; op naafdynamo; oplaadbaar | 6-29 | ${accessories} | Blijft branden als je voor het stoplicht staat.
fietsbel | ding-dong; klein messing; met kompas | 4-14 | ${accessories} | Luid genoeg voor de Brugstraat op zaterdag.
zadel | heren gel; dames gel; leer | 19-79 | ${parts} | Veert mee en blijft droog.
zadeldekje | zwart; met bloemen; met stippen | 5-14 | ${accessories} | Houdt het zadel droog onder de bomen.
handvatten | kurk; rubber; ergonomisch | 6-29 | ${parts} | Prettig in de hand, ook op een lange tocht.
ketting | 1/2 x 1/8; 8 versnellingen; 9 versnellingen | 8-32 | ${parts} | Met sluitschakel.
kettingkast | gesloten; open | 14-39 | ${parts} | Houdt broekspijpen schoon.
remblokken | set voor velgrem; set voor rollerbrake; set voor schijfrem | 4-19 | ${parts} | Remmen ook bij regen goed.
remkabel | voor; achter | 3-8 | ${parts} | Binnen- en buitenkabel met eindkapjes.
pedalen | antislip; aluminium; kinderfiets | 8-34 | ${parts} | Met reflectoren.
standaard | enkel; dubbel | 9-32 | ${parts} | Staat stevig, ook met een volle krat.
spatborden | 28 inch zwart; 28 inch chroom | 17-39 | ${parts} | Set voor en achter met stangen.
jasbeschermers | zwart; met print; transparant | 9-24 | ${accessories} | Houdt jassen en sjaals uit het wiel.
kettingolie | 100 ml; 250 ml | 5-12 | ${accessories} | Plantaardige olie voor ketting en kabels.
fietsreiniger | 500 ml; 1 liter | 7-14 | ${accessories} | Lost vet en modder op.
multitool | 10 functies; 16 functies | 12-34 | ${accessories} | Inbussleutels, schroevendraaiers en een kettingpons.
regenponcho | volwassenen; kinderen | 17-49 | ${accessories} | Valt ruim over het stuur.
`,
});
