import type { Availability } from '@openstraat/spec';
import type { NodeSettings } from '../../config/settings.ts';

type Language = NodeSettings['language'];
type Pair = Readonly<Record<Language, string>>;

/** Availability in words; unknown is not out of stock. */
export const availabilityWords: Readonly<Record<Availability, Pair>> = {
  InStock: { nl: 'op voorraad', en: 'in stock' },
  LimitedAvailability: { nl: 'beperkt op voorraad', en: 'limited stock' },
  OutOfStock: { nl: 'uitverkocht', en: 'out of stock' },
  PreOrder: { nl: 'vooraf te bestellen', en: 'to pre-order' },
  BackOrder: { nl: 'na te bestellen', en: 'on back order' },
  MadeToOrder: { nl: 'wordt op bestelling gemaakt', en: 'made to order' },
  Discontinued: { nl: 'niet meer leverbaar', en: 'discontinued' },
  Unknown: { nl: 'voorraad onbekend', en: 'stock unknown' },
};

/** Terms of the models that pages show, by their wire name. */
export const termWords: Readonly<Record<string, Pair>> = {
  Buy: { nl: 'kopen', en: 'buy' },
  Reserve: { nl: 'reserveren', en: 'reserve' },
  OrderIn: { nl: 'laten bestellen', en: 'order in' },
  NewCondition: { nl: 'nieuw', en: 'new' },
  RefurbishedCondition: { nl: 'opgeknapt', en: 'refurbished' },
  UsedCondition: { nl: 'tweedehands', en: 'used' },
  yes: { nl: 'toegankelijk', en: 'accessible' },
  limited: { nl: 'deels toegankelijk', en: 'partly accessible' },
  no: { nl: 'niet toegankelijk', en: 'not accessible' },
  collect: { nl: 'afhalen', en: 'collect' },
  'drop-off': { nl: 'afgeven', en: 'drop off' },
  return: { nl: 'terugsturen', en: 'return' },
  locker: { nl: 'pakketautomaat', en: 'locker' },
  counter: { nl: 'balie', en: 'counter' },
};

/** Kinds of places in the plural, by their tag of OpenStreetMap. */
const placeKindWords: Readonly<Record<string, Pair>> = {
  'amenity=arts_centre': { nl: 'Kunst en cultuur', en: 'Arts centres' },
  'amenity=bar': { nl: 'Bars', en: 'Bars' },
  'amenity=cafe': { nl: 'Cafés en lunchrooms', en: 'Cafés' },
  'amenity=cinema': { nl: 'Bioscopen', en: 'Cinemas' },
  'amenity=community_centre': { nl: 'Buurthuizen', en: 'Community centres' },
  'amenity=fast_food': { nl: 'Snackbars en afhaal', en: 'Fast food' },
  'amenity=fuel': { nl: 'Tankstations', en: 'Petrol stations' },
  'amenity=ice_cream': { nl: 'IJssalons', en: 'Ice cream parlours' },
  'amenity=library': { nl: 'Bibliotheken', en: 'Libraries' },
  'amenity=marketplace': { nl: 'Markten', en: 'Markets' },
  'amenity=parcel_locker': { nl: 'Pakketautomaten', en: 'Parcel lockers' },
  'amenity=pharmacy': { nl: 'Apotheken', en: 'Pharmacies' },
  'amenity=post_office': { nl: 'Postkantoren', en: 'Post offices' },
  'amenity=pub': { nl: 'Cafés en kroegen', en: 'Pubs' },
  'amenity=restaurant': { nl: 'Restaurants', en: 'Restaurants' },
  'amenity=theatre': { nl: 'Theaters', en: 'Theatres' },
  'amenity=veterinary': { nl: 'Dierenartsen', en: 'Vets' },
  'craft=shoemaker': { nl: 'Schoenmakers', en: 'Shoemakers' },
  'craft=tailor': { nl: 'Kleermakers', en: 'Tailors' },
  'leisure=fitness_centre': { nl: 'Sportscholen', en: 'Gyms' },
  'shop=antiques': { nl: 'Antiek', en: 'Antiques' },
  'shop=art': { nl: 'Kunst', en: 'Art' },
  'shop=bakery': { nl: 'Bakkers', en: 'Bakeries' },
  'shop=beauty': { nl: 'Schoonheidssalons', en: 'Beauty salons' },
  'shop=bicycle': { nl: 'Fietsenwinkels', en: 'Bicycle shops' },
  'shop=books': { nl: 'Boekwinkels', en: 'Bookshops' },
  'shop=butcher': { nl: 'Slagers', en: 'Butchers' },
  'shop=car_repair': { nl: 'Garages', en: 'Car repair' },
  'shop=charity': { nl: 'Kringloopwinkels', en: 'Charity shops' },
  'shop=cheese': { nl: 'Kaaswinkels', en: 'Cheese shops' },
  'shop=chemist': { nl: 'Drogisterijen', en: 'Chemists' },
  'shop=chocolate': { nl: 'Chocolade', en: 'Chocolate shops' },
  'shop=clothes': { nl: 'Kleding', en: 'Clothes' },
  'shop=computer': { nl: 'Computers', en: 'Computers' },
  'shop=confectionery': { nl: 'Snoep', en: 'Sweets' },
  'shop=convenience': { nl: 'Buurtwinkels', en: 'Convenience stores' },
  'shop=copyshop': { nl: 'Kopieerwinkels', en: 'Copy shops' },
  'shop=deli': { nl: 'Delicatessen', en: 'Delicatessens' },
  'shop=department_store': { nl: 'Warenhuizen', en: 'Department stores' },
  'shop=doityourself': { nl: 'Bouwmarkten', en: 'DIY stores' },
  'shop=dry_cleaning': { nl: 'Stomerijen', en: 'Dry cleaners' },
  'shop=electronics': { nl: 'Elektronica', en: 'Electronics' },
  'shop=fabric': { nl: 'Stoffen', en: 'Fabrics' },
  'shop=florist': { nl: 'Bloemisten', en: 'Florists' },
  'shop=furniture': { nl: 'Meubels', en: 'Furniture' },
  'shop=garden_centre': { nl: 'Tuincentra', en: 'Garden centres' },
  'shop=gift': { nl: 'Cadeauwinkels', en: 'Gift shops' },
  'shop=greengrocer': { nl: 'Groentewinkels', en: 'Greengrocers' },
  'shop=hairdresser': { nl: 'Kappers', en: 'Hairdressers' },
  'shop=hardware': { nl: 'IJzerwaren', en: 'Hardware' },
  'shop=houseware': { nl: 'Huishoudelijke artikelen', en: 'Housewares' },
  'shop=interior_decoration': { nl: 'Woonwinkels', en: 'Interior decoration' },
  'shop=jewelry': { nl: 'Juweliers', en: 'Jewellers' },
  'shop=kitchen': { nl: 'Keukens', en: 'Kitchens' },
  'shop=laundry': { nl: 'Wasserettes', en: 'Laundries' },
  'shop=mobile_phone': { nl: 'Telefoonwinkels', en: 'Phone shops' },
  'shop=music': { nl: 'Muziekwinkels', en: 'Music shops' },
  'shop=musical_instrument': { nl: 'Muziekinstrumenten', en: 'Musical instruments' },
  'shop=newsagent': { nl: 'Kiosken', en: 'Newsagents' },
  'shop=optician': { nl: 'Opticiens', en: 'Opticians' },
  'shop=outdoor': { nl: 'Buitensport', en: 'Outdoor' },
  'shop=paint': { nl: 'Verf', en: 'Paint' },
  'shop=pet': { nl: 'Dierenwinkels', en: 'Pet shops' },
  'shop=photo': { nl: 'Fotografie', en: 'Photography' },
  'shop=seafood': { nl: 'Viswinkels', en: 'Fishmongers' },
  'shop=second_hand': { nl: 'Tweedehands', en: 'Second-hand shops' },
  'shop=shoes': { nl: 'Schoenen', en: 'Shoes' },
  'shop=sports': { nl: 'Sportwinkels', en: 'Sports shops' },
  'shop=stationery': { nl: 'Kantoor en papier', en: 'Stationery' },
  'shop=supermarket': { nl: 'Supermarkten', en: 'Supermarkets' },
  'shop=tea': { nl: 'Thee en koffie', en: 'Tea and coffee' },
  'shop=tobacco': { nl: 'Tabakswinkels', en: 'Tobacconists' },
  'shop=toys': { nl: 'Speelgoed', en: 'Toys' },
  'shop=travel_agency': { nl: 'Reisbureaus', en: 'Travel agencies' },
  'shop=wine': { nl: 'Wijnhandels', en: 'Wine shops' },
  'tourism=gallery': { nl: 'Galeries', en: 'Galleries' },
  'tourism=hotel': { nl: 'Hotels', en: 'Hotels' },
  'tourism=information': { nl: 'Toeristische informatie', en: 'Tourist information' },
  'tourism=museum': { nl: 'Musea', en: 'Museums' },
};

/** A kind of place in words; a tag that is not listed reads as its value, without underscores. */
export const placeKindName = (
  kind: string,
  language: Language,
): { readonly text: string; readonly language: string | undefined } => {
  const words = placeKindWords[kind];
  if (words !== undefined) return { text: words[language], language: undefined };
  const value = kind.slice(kind.indexOf('=') + 1).replaceAll('_', ' ');
  return { text: value.slice(0, 1).toUpperCase() + value.slice(1), language: language === 'en' ? undefined : 'en' };
};
