/** A line of shops: the tag of the kind of place, Google's category, and what they sell. */
export interface BenchLine {
  readonly placeKind: string;
  readonly type: string;
  readonly category: string;
  readonly nouns: readonly string[];
}

const table = `
shop=bicycle BicycleStore 1026 fietspomp fietstas fietsbel fietsslot binnenband buitenband kettingslot stadsfiets kinderfiets bakfiets fietshelm zadel
shop=hardware HardwareStore 1167 hamer schroevendraaier boormachine waterpas handzaag schuurpapier houtschroeven combinatietang rolmaat gereedschapskist
shop=paint HardwareStore 503740 muurverf lakverf grondverf verfkwast verfroller afplaktape houtbeits verfbak
shop=chemist Store 2915 tandpasta tandenborstel shampoo douchegel deodorant zonnebrand handcrème scheermesjes luiers toiletpapier
amenity=pharmacy Pharmacy 518 hoestdrank neusspray pleisters vitaminepillen koortsthermometer verbanddoos keelpastilles paracetamol
shop=supermarket GroceryStore 422 volkorenbrood pindakaas tomatensoep appelmoes olijfolie koffiebonen theezakjes hagelslag stroopwafels wasmiddel
shop=bakery Bakery 1876 krentenbol roggebrood appeltaart croissant ontbijtkoek suikerbrood speculaas saucijzenbroodje
shop=books BookStore 784 roman thriller kinderboek kookboek woordenboek reisgids stripboek dichtbundel
shop=stationery OfficeEquipmentStore 922 balpen potlood schrift ringband nietmachine plakband envelop markeerstift
shop=toys ToyStore 1253 legpuzzel bordspel poppenhuis bouwstenen knuffelbeer speelgoedauto houten-trein kaartspel
shop=clothes ClothingStore 1604 spijkerbroek wintertrui overhemd zomerjurk regenjas kinderjas ondergoed wollen-sokken
shop=shoes ShoeStore 187 wandelschoenen sneakers laarzen sandalen pantoffels veters regenlaarzen voetbalschoenen
shop=sports SportingGoodsStore 988 voetbal tennisracket hardloopschoenen yogamat halters zwembril badpak sporttas
shop=outdoor SportingGoodsStore 1013 tent slaapzak luchtbed kampeerstoel gasbrander koelbox zaklamp rugzak
shop=houseware HomeGoodsStore 638 koekenpan kookpan snijplank keukenmes vergiet bakvorm maatbeker theepot
shop=electronics ElectronicsStore 222 stofzuiger strijkijzer waterkoker broodrooster staafmixer koffiezetapparaat televisie koptelefoon
shop=computer ComputerStore 278 toetsenbord computermuis beeldscherm printer inktpatroon laadkabel geheugenkaart webcam
shop=mobile_phone MobilePhoneStore 270 telefoonhoesje oplader schermbeschermer powerbank oordopjes telefoonhouder
shop=lighting HomeGoodsStore 594 ledlamp bureaulamp hanglamp vloerlamp nachtlampje schemerlamp
shop=furniture FurnitureStore 436 bureaustoel eettafel boekenkast zitbank leunstoel salontafel ladekast bedframe
shop=bed HomeGoodsStore 569 dekbed hoofdkussen hoeslaken dekbedovertrek matras wollen-deken
shop=garden_centre GardenStore 2962 tuinslang gieter grasmaaier potgrond bloembollen snoeischaar bladhark tuinstoel
shop=florist Florist 2899 rozen tulpen orchidee kamerplant cactus bloempot boeket
shop=pet PetStore 1 hondenvoer kattenvoer kattenbak hondenriem vogelzaad visvoer hondenmand
shop=baby_goods Store 537 babyvoeding fopspeen rompertje kinderwagen babyfoon slabbetje
shop=jewelry JewelryStore 188 zilveren-ring halsketting armband oorbellen horloge broche
shop=optician Optician 2521 zonnebril leesbril lenzenvloeistof brillenkoker verrekijker
shop=car_parts AutoPartsStore 888 ruitenwisser motorolie autolamp ijskrabber startkabels bandenspanningsmeter
shop=musical_instrument MusicStore 54 gitaar blokfluit drumstok gitaarsnaren bladmuziek muziekstandaard
shop=fabric HobbyShop 505372 breiwol haaknaald naaigaren knopen katoenen-stof vilt
shop=cheese GroceryStore 429 boerenkaas geitenkaas schapenkaas komijnekaas kaasfondue
shop=seafood GroceryStore 4628 zalmfilet haring garnalen kabeljauw mosselen makreel
shop=butcher GroceryStore 4627 gehakt kipfilet rookworst biefstuk speklap
shop=alcohol LiquorStore 499676 rode-wijn witte-wijn jenever speciaalbier likeur
shop=gift Store 96 kaarsen verjaardagskaart cadeaupapier fotolijst ballonnen
shop=second_hand Store 220 grammofoonplaat theeservies schilderij koffer naaimachine
`;

/** What shops of each kind sell. */
export const benchLines: readonly BenchLine[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [placeKind = '', type = '', category = '', ...nouns] = line.split(' ');
    return { placeKind, type, category, nouns: nouns.map((noun) => noun.replaceAll('-', ' ')) };
  });

export const adjectives =
  'zwart wit rood blauw groen grijs geel bruin houten metalen kunststof katoenen leren biologisch groot klein mini luxe compact draadloos waterdicht opvouwbaar duurzaam dames heren kinderen'.split(
    ' ',
  );

const onsets = 'b d f g h j k l m n p r s t v w z br dr kl kr pl st tr vl zw'.split(' ');
const vowels = 'a e i o u aa ee oe ie oo ei ui'.split(' ');
const codas = ' n r l s t k m p nd rs lt'.split(' ');

const bigConstant = 0x9e_37_79_b1;
/** Numbers that look random, the same for the same seed: a hash, so that any of a million can be had alone. */
export const hashed = (first: number, second = 0): number => {
  let mixed = (Math.imul(first, bigConstant) ^ Math.imul(second + 1, 0x85_eb_ca_6b)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c_1b_3c_6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x29_7a_2d_39);
  return (mixed ^ (mixed >>> 15)) >>> 0;
};
/** As `hashed`, in [0, 1). */
export const hashedShare = (first: number, second = 0): number => hashed(first, second) / 2 ** 32;

const pick = <T>(all: readonly T[], number: number): T => all[number % all.length] as T;

/** An invented word: the same number has the same word. */
export const inventedWord = (number: number): string => {
  let word = '';
  const syllables = 2 + (hashed(number, 1) % 2);
  for (let syllable = 0; syllable < syllables; syllable++) {
    const random = hashed(number, 10 + syllable);
    word += pick(onsets, random) + pick(vowels, random >>> 8) + pick(codas, random >>> 16);
  }
  return word;
};

/** A number below `limit`, small ones far more often: as words and brands are. */
export const skewed = (limit: number, share: number): number =>
  Math.min(limit - 1, Math.floor(Math.exp(share * Math.log(limit + 1)) - 1));
