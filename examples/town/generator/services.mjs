import { nl } from './agenda.mjs';

/** Place, own key, name, price, how long, what it is. */
const lines = `
rijwielhuis-zadelberg | lekke-band | Lekke band plakken | 14.50 | PT30M | Klaar terwijl je wacht.
rijwielhuis-zadelberg | onderhoudsbeurt | Onderhoudsbeurt fiets | 59.00 | P1D | Remmen, versnelling, verlichting en een wasbeurt.
fietsenmakerij-de-ketting | fietsreparatie | Fietsreparatie | | P1D | Alle merken, ook als je hem elders kocht.
fietsenmakerij-de-ketting | accutest | Accu van elektrische fiets testen | 25.00 | PT1H | Met uitdraai van wat er nog in zit.
sleutelpost-brugstraat | sleutels-bijmaken | Sleutels bijmaken | 7.50 | PT10M | Huissleutels, fietssleutels en oude kastsleutels.
sleutelpost-brugstraat | hakken | Nieuwe hakken onder schoenen | 16.95 | PT1H | Rubber of leer.
sleutelpost-brugstraat | graveren | Naamplaatje graveren | 19.95 | P1D | Messing of kunststof.
kleermakerij-de-naald | broek-inkorten | Broek inkorten | 14.00 | P2D | Met de oude zoom, als je wilt.
kleermakerij-de-naald | rits | Rits vervangen | 22.50 | P3D | In jas, broek of tas.
fotostudio-het-vogeltje | pasfoto | Pasfoto voor paspoort en rijbewijs | 15.00 | PT15M | Goedgekeurd of je geld terug.
telefoonhulp-waterveen | scherm | Telefoonscherm vervangen | 89.00 | PT2H | Met een half jaar garantie.
telefoonhulp-waterveen | batterij-telefoon | Batterij van telefoon vervangen | 49.00 | PT1H | De oude gaat naar de milieustraat.
computerhoek-de-muis | opschonen | Trage computer opschonen | 45.00 | P1D | Je bestanden blijven staan.
juwelier-het-uurwerk | horlogebatterij | Horlogebatterij vervangen | 9.50 | PT10M | Ook de pakking wordt nagekeken.
stomerij-de-vouw | pak-stomen | Pak stomen | 17.50 | P2D | Voor tien uur gebracht is morgen klaar.
optiek-de-heldere-blik | oogmeting | Oogmeting | 0.00 | PT30M | Op afspraak.
kapsalon-de-kuif | knippen | Knippen | 27.50 | PT30M | Met of zonder afspraak.
kapsalon-de-kuif | knippen-kind | Knippen, kind tot twaalf jaar | 19.50 | PT20M | Er staat een hobbelpaard.
ijzerhandel-spijkerman | zagen | Hout zagen op maat | 1.50 | PT10M | Per snede.
verfwinkel-kwast-en-kleur | verf-mengen | Verf mengen op kleur | | PT10M | Neem een stukje van de kleur mee.
muziekwinkel-de-stemvork | snaren | Gitaar besnaren | 15.00 | PT30M | Snaren niet inbegrepen.
wasserette-de-trommel | wassen | Wasmachine, een keer | 6.00 | PT45M | Tot acht kilo.
apotheek-de-vijzel | prik | Reisvaccinatie | 35.00 | PT15M | Op afspraak.
reparatiecafe-waterveen | apparaat | Klein apparaat repareren | 0.00 | PT1H | Vrijwilligers helpen, een fooi gaat in de pot.
`;

const bookable = new Set(['oogmeting', 'prik', 'onderhoudsbeurt', 'knippen', 'pasfoto']);

/** What shops in town do for people. */
export const services = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [place, key, name, price, duration, description] = line.split('|').map((cell) => cell.trim());
    return {
      id: `/services/${place}.${key}`,
      type: 'Service',
      name: nl(name),
      provider: `/places/${place}`,
      description: nl(description),
      ...(price === '' ? {} : { price, priceCurrency: 'EUR' }),
      duration,
      ...(bookable.has(key) ? { bookingUrl: `https://${place}.example/afspraak` } : {}),
    };
  });
