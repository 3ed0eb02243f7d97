import type { SourceSettings } from '../../model/source-settings.ts';
import { readPoint } from '../values/coordinates.ts';
import { readCountry } from '../values/country.ts';
import { type Closure, readClosures } from '../values/hours/closures.ts';
import { readHours } from '../values/hours/read-hours.ts';
import { inLanguage } from '../values/in-language.ts';
import { readLink } from '../values/link.ts';
import { readPlaceKind, someShop } from '../values/place-kinds/read-place-kind.ts';
import { readPostcode, splitAddress } from './address.ts';
import type { PlacesRow } from './row.ts';
import { readLanguage, readWheelchair } from './words.ts';

const listMax = 200;
const shortListMax = 50;
const closuresMax = 100;
const standardTimeZone = 'Europe/Amsterdam';

type Data = Readonly<Record<string, unknown>>;

const readAddress = (row: PlacesRow, settings: SourceSettings) => {
  const named = row.text('country');
  const country = named === undefined ? settings.country : readCountry(named);
  if (country === undefined) row.report('country-unknown', 'country');
  const whole = row.words('address', 500);
  // With a column for the town, the address is the street.
  const split = whole === undefined || row.text('town') !== undefined ? { street: whole } : splitAddress(whole);
  const number = [row.words('houseNumber', 20), row.words('addition', 20)].filter((part) => part !== undefined);
  const streetName = row.words('street', 180) ?? split.street;
  const street = streetName === undefined ? undefined : [streetName, ...number].join(' ').slice(0, 200);
  const town = row.words('town', 100) ?? split.town?.slice(0, 100);
  const rawPostcode = row.words('postcode', 20) ?? split.postcode;
  const read = rawPostcode === undefined ? undefined : readPostcode(rawPostcode, country ?? settings.country);
  if (read?.isOdd === true) row.report('postcode-odd', 'postcode', rawPostcode);
  return { country: country ?? settings.country, street, town, postcode: read?.postcode };
};

const readGeo = (row: PlacesRow, country: string): Data | undefined => {
  const latitude = row.text('latitude');
  const longitude = row.text('longitude');
  if (latitude === undefined && longitude === undefined) return undefined;
  const { point, problem } = readPoint(latitude ?? '', longitude ?? '', country);
  const value = `${latitude ?? ''} ${longitude ?? ''}`;
  if (problem !== undefined) row.report(problem, 'latitude', value);
  if (point === undefined) return undefined;
  if (point.latitude === 0 && point.longitude === 0) {
    row.report('coordinates-zero', 'latitude', value);
    return undefined;
  }
  return { type: 'GeoCoordinates', latitude: point.latitude, longitude: point.longitude, accuracy: 'exact' };
};

const readKind = (row: PlacesRow): Data => {
  const raw = row.text('kind');
  const kind = raw === undefined ? undefined : readPlaceKind(raw);
  if (kind === undefined) row.report(raw === undefined ? 'place-kind-missing' : 'place-kind-unknown', 'kind');
  const { placeKind, type } = kind ?? someShop;
  return { type: type === undefined ? 'Place' : ['Place', type], placeKind };
};

const readOpeningHours = (row: PlacesRow): string => {
  const raw = row.text('hours');
  const { hours, understood } = raw === undefined ? { hours: 'unknown', understood: true } : readHours(raw);
  if (!understood) row.report('hours-unreadable', 'hours');
  return hours;
};

const readClosureList = (row: PlacesRow, settings: SourceSettings): readonly Data[] | undefined => {
  const { closures, unread } = readClosures(row.text('closures') ?? '');
  for (const text of unread) row.report('closure-unreadable', 'closures', text);
  if (closures.length > closuresMax) row.report('list-cut', 'closures');
  const toData = ({ from, through, reason }: Closure): Data => {
    const description = reason === undefined ? undefined : row.clean('closures', reason, 1_000);
    return {
      type: 'OpeningHoursSpecification',
      validFrom: from,
      validThrough: through,
      ...(description === undefined ? {} : { description: inLanguage(description, settings) }),
    };
  };
  return closures.length === 0 ? undefined : closures.slice(0, closuresMax).map(toData);
};

const readPhone = (row: PlacesRow): string | undefined => {
  const text = row.words('phone', 40);
  if (text === undefined || /^[+(]?\d[\d\s()./-]{5,38}$/.test(text)) return text;
  row.report('phone-unreadable', 'phone');
  return undefined;
};

const readEmail = (row: PlacesRow): string | undefined => {
  const text = row.words('email', 200)?.replace(/^mailto:/i, '');
  if (text === undefined || /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(text)) return text;
  row.report('email-unreadable', 'email');
  return undefined;
};

const readAddressOfPage = (row: PlacesRow, column: 'site' | 'image'): string | undefined => {
  const raw = row.text(column);
  if (raw === undefined) return undefined;
  // People write `bakker.example`.
  const { value, problem } = readLink(/^[\w-]+(\.[\w-]+)*\.[a-z]{2,}(\/\S*)?$/i.test(raw) ? `https://${raw}` : raw);
  if (problem !== undefined) row.report(problem, column);
  return value;
};

const readLanguages = (row: PlacesRow): readonly string[] | undefined => {
  const codes = (row.list('languages', 100, shortListMax) ?? []).map((raw) => {
    const code = readLanguage(raw);
    if (code === undefined) row.report('language-unknown', 'languages', raw);
    return code;
  });
  const known = [...new Set(codes.filter((code) => code !== undefined))];
  return known.length === 0 ? undefined : known;
};

const readAccess = (row: PlacesRow): string | undefined => {
  const raw = row.text('wheelchair');
  const answer = raw === undefined ? undefined : readWheelchair(raw);
  if (raw !== undefined && answer === undefined) row.report('wheelchair-unknown', 'wheelchair');
  return answer;
};

const withoutAbsent = (data: Data): Data =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));

/** What a line says of a place, in wire vocabulary, with what its key is made of. */
export interface PlaceAnswer {
  readonly data: Data;
  readonly name: string | undefined;
  readonly town: string | undefined;
  readonly postcode: string | undefined;
}

/** Reads a place out of a line; what can't be read is left out, and reported on the row. */
export const placeData = (row: PlacesRow, settings: SourceSettings): PlaceAnswer => {
  const name = row.words('name', 500);
  const { country, street, town, postcode } = readAddress(row, settings);
  const description = row.words('description', 10_000, 'prose');
  const image = readAddressOfPage(row, 'image');
  const { timeZone } = settings;
  const data = withoutAbsent({
    ...readKind(row),
    name,
    address: withoutAbsent({
      type: 'PostalAddress',
      streetAddress: street,
      postalCode: postcode,
      addressLocality: town,
      addressCountry: country,
    }),
    geo: readGeo(row, country),
    openingHours: readOpeningHours(row),
    description: description === undefined ? undefined : inLanguage(description, settings),
    telephone: readPhone(row),
    email: readEmail(row),
    url: readAddressOfPage(row, 'site'),
    image: image === undefined ? undefined : [image],
    brandCarried: row.list('brands', 200, listMax),
    categoryCarried: row.list('categories', 200, listMax),
    specialOpeningHoursSpecification: readClosureList(row, settings),
    timeZone: timeZone === standardTimeZone ? undefined : timeZone,
    wheelchair: readAccess(row),
    knowsLanguage: readLanguages(row),
    paymentAccepted: row.list('payment', 100, shortListMax),
    carrier: row.list('carriers', 100, shortListMax),
  });
  return { data, name, town, postcode };
};
