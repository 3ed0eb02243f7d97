/** The properties of a store, by what they are called here. */
export type StoreColumn =
  | 'store_code'
  | 'name'
  | 'address_1'
  | 'address_2'
  | 'locality'
  | 'postal_code'
  | 'country'
  | 'latitude'
  | 'longitude'
  | 'phone'
  | 'email'
  | 'website'
  | 'category'
  | 'description'
  | 'image'
  | 'hours'
  | 'special_hours'
  | Weekday;
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
type Weekday = (typeof weekdays)[number];

/** Headers, normalised: of store feeds, and of Business Profile's spreadsheet in English and Dutch. */
const headers: Readonly<Record<Exclude<StoreColumn, Weekday>, string>> = {
  store_code: 'store_code storecode store_id storeid shop_code location_code winkelcode filiaalnummer',
  name: 'store_name name business_name title shop_name bedrijfsnaam naam winkelnaam',
  address_1: 'address address_line_1 address1 street_address street adres adresregel_1 straat',
  address_2: 'address_line_2 address2 adresregel_2',
  locality: 'locality city town address_locality plaats woonplaats stad',
  postal_code: 'postal_code postalcode postcode zip zip_code',
  country: 'country country_region region_code country_code land land_regio',
  latitude: 'latitude lat breedtegraad',
  longitude: 'longitude lon lng long lengtegraad',
  phone:
    'primary_phone phone phone_number telephone main_phone telefoon telefoonnummer primair_telefoonnummer primaire_telefoon',
  email: 'email e_mail email_address',
  website: 'website url homepage store_url home_page link',
  category: 'primary_category kind category store_type type soort categorie primaire_categorie',
  description: 'from_the_business description business_description omschrijving beschrijving',
  image: 'cover_photo logo_photo image image_link photo',
  hours: 'opening_hours hours business_hours openingstijden',
  special_hours: 'special_hours speciale_openingstijden afwijkende_openingstijden',
};

const dayWords: Readonly<Record<Weekday, readonly string[]>> = {
  monday: ['monday', 'mon', 'maandag', 'ma'],
  tuesday: ['tuesday', 'tue', 'dinsdag', 'di'],
  wednesday: ['wednesday', 'wed', 'woensdag', 'wo'],
  thursday: ['thursday', 'thu', 'donderdag', 'do'],
  friday: ['friday', 'fri', 'vrijdag', 'vr'],
  saturday: ['saturday', 'sat', 'zaterdag', 'za'],
  sunday: ['sunday', 'sun', 'zondag', 'zo'],
};

const dayHeaders = (words: readonly string[]): readonly string[] =>
  words.flatMap((word) => [
    word,
    `${word}_hours`,
    `hours_${word}`,
    `openingstijden_${word}`,
    `openingstijden_op_${word}`,
  ]);

const columnOf: ReadonlyMap<string, StoreColumn> = new Map<string, StoreColumn>([
  ...weekdays.flatMap((day) => dayHeaders(dayWords[day]).map((header): [string, StoreColumn] => [header, day])),
  ...(Object.keys(headers) as (keyof typeof headers)[]).flatMap((column) =>
    headers[column].split(' ').map((header): [string, StoreColumn] => [header, column]),
  ),
]);

/** What each column of a store feed holds, by its normalised headers; the first of two that mean the same. */
export const storeColumns = (normalised: readonly string[]): readonly (StoreColumn | undefined)[] => {
  const columns = normalised.map((header) => columnOf.get(header));
  return columns.map((column, index) => (columns.indexOf(column) === index ? column : undefined));
};
