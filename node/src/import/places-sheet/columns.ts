import { normaliseHeader } from '../reading/table.ts';

/** Headers of a places sheet, normalised: Dutch and English, some German and French. */
const headers = {
  name: 'name naam winkelnaam bedrijfsnaam zaak shop shop_name business_name winkel nom',
  address: 'address adres volledig_adres full_address adresse anschrift adresgegevens',
  street:
    'street straat straatnaam street_name street_address address_line_1 strasse rue straat_en_huisnummer straat_huisnummer straat_en_nummer',
  houseNumber: 'house_number housenumber huisnummer huisnr nr number nummer hausnummer numero huisnummer_toevoeging',
  addition: 'addition toevoeging huisnummertoevoeging house_number_addition',
  postcode: 'postcode postal_code postalcode zip zip_code zipcode plz code_postal',
  town: 'town city plaats woonplaats stad dorp locality ort stadt ville plaatsnaam gemeente',
  country: 'country land pays country_code landcode',
  kind: 'kind soort type category_of_place soort_winkel soort_zaak winkelsoort branche osm_tag tag placekind place_kind art genre soort_plek',
  hours: 'hours opening_hours openinghours openingstijden openingsuren uren offnungszeiten horaires open',
  phone: 'phone telephone telefoon telefoonnummer phone_number tel telefonnummer telefon mobiel',
  email: 'email e_mail mail emailadres e_mailadres email_address',
  site: 'site website url web webadres homepage www webshop',
  brands: 'brands brand merken merk marken marques brands_carried',
  categories:
    'categories category assortiment assortment categorie categorieen categories_carried productgroepen sortiment verkoopt sells',
  closures:
    'closures closed gesloten sluitingen sluiting sluitingsdagen vakantiesluiting gesloten_op holidays vakantie closed_on',
  code: 'code id key sleutel',
  latitude: 'lat latitude breedtegraad breite',
  longitude: 'lon lng long longitude lengtegraad lange',
  description: 'description omschrijving beschrijving beschreibung over about toelichting',
  payment: 'payment betaling betaalwijze betaalwijzen betalen betaalmethoden payment_methods zahlung paiement',
  wheelchair: 'wheelchair rolstoel rolstoeltoegankelijk toegankelijk wheelchair_accessible toegankelijkheid rollstuhl',
  languages: 'languages language talen taal sprachen langues spoken_languages',
  carriers:
    'carriers carrier pakketdienst pakketdiensten pakketpunt parcel_carriers parcels vervoerders pakketten paketdienste',
  image: 'image image_url foto afbeelding photo',
} as const;

/** What a column of a places sheet holds. */
export type PlacesColumn = keyof typeof headers;

const columnOfHeader: ReadonlyMap<string, PlacesColumn> = new Map(
  (Object.keys(headers) as PlacesColumn[]).flatMap((column) =>
    headers[column].split(' ').map((header): [string, PlacesColumn] => [header, column]),
  ),
);

/** What the columns hold, by the names in the first row; undefined for one that is not known. */
export const findPlacesColumns = (firstRow: readonly string[]): readonly (PlacesColumn | undefined)[] =>
  firstRow.map((header) => columnOfHeader.get(normaliseHeader(header)));

/** Columns that only places have; `plaats` alone may be a shelf in a list of stock. */
const signs: readonly PlacesColumn[] = ['kind', 'address', 'street', 'postcode', 'latitude', 'hours'];

/** Is this the header of a places sheet? It names a place and says where it is, in more than a word. */
export const isPlacesHeader = (firstRow: readonly string[]): boolean => {
  const columns = new Set(findPlacesColumns(firstRow));
  return (
    columns.has('name') &&
    (columns.has('address') || columns.has('town')) &&
    signs.some((column) => columns.has(column))
  );
};
