import { slug } from '@openstraat/spec';
import type { Draft, DraftData } from '../../model/draft.ts';
import { issueReporter } from '../../model/issue.ts';
import type { SourceSettings } from '../../model/source-settings.ts';
import type { Format, ImportFile, FormatContext, Row } from '../format.ts';
import { valueIssues } from '../issue-codes/values.ts';
import { normaliseHeader, readTable } from '../reading/table.ts';
import { readPoint } from '../values/coordinates.ts';
import { readCountry } from '../values/country.ts';
import { readHours } from '../values/hours/read-hours.ts';
import { joinWeek, readDayHours, readSpecialHours } from '../values/hours/weekdays.ts';
import { inLanguage } from '../values/in-language.ts';
import { readLink } from '../values/link.ts';
import { type PlaceKind, readPlaceKind, someShop } from '../values/place-kinds/read-place-kind.ts';
import { plainText } from '../values/plain-text.ts';
import { type FieldNames, type GoogleRow, toGoogleRow } from './row.ts';
import { type StoreColumn, storeColumns, weekdays } from './store-columns.ts';

const reportValue = issueReporter(valueIssues);

const limitedTo = (charactersMax: number) => (raw: string) => plainText(raw, 'name', charactersMax);
const readName = limitedTo(500);
const readLine = limitedTo(200);
const readTown = limitedTo(100);
const readShort = limitedTo(40);
const readPostcode = limitedTo(20);
const readProse = (raw: string) => plainText(raw, 'prose', 10_000);

const addressOf = (row: GoogleRow, settings: SourceSettings): DraftData => {
  const street = [row.words('address_1', readLine), row.words('address_2', readLine)].filter(
    (line) => line !== undefined,
  );
  return {
    type: 'PostalAddress',
    ...(street.length === 0 ? {} : { streetAddress: street.join(', ') }),
    ...present('postalCode', row.words('postal_code', readPostcode)),
    ...present('addressLocality', row.words('locality', readTown)),
    addressCountry: readCountry(row.text('country') ?? '') ?? settings.country,
  };
};

const present = (name: string, value: unknown): DraftData => (value === undefined ? {} : { [name]: value });

const pointOf = (row: GoogleRow, country: string): DraftData => {
  const latitude = row.text('latitude');
  const longitude = row.text('longitude');
  if (latitude === undefined && longitude === undefined) return {};
  const { point, problem } = readPoint(latitude ?? '', longitude ?? '', country);
  if (problem !== undefined) {
    const value = `${latitude ?? ''}, ${longitude ?? ''}`;
    row.issues.push(reportValue(problem, { line: row.line, field: row.name('latitude'), value }));
  }
  return point === undefined ? {} : { geo: { type: 'GeoCoordinates', ...point, accuracy: 'exact' } };
};

const weekOf = (row: GoogleRow): string => {
  const week = weekdays.map((day) => {
    const raw = row.text(day);
    const hours = raw === undefined ? undefined : readDayHours(raw);
    if (raw !== undefined && hours === undefined) row.report('hours-unreadable', day);
    return hours;
  });
  if (week.some((hours) => hours !== undefined)) return joinWeek(week);
  const text = row.text('hours');
  if (text === undefined) return 'unknown';
  const { hours, understood } = readHours(text);
  if (!understood) row.report('hours-unreadable', 'hours');
  return hours;
};

/** The hours of the week, those of single days behind them, and the days on which it is closed. */
const hoursOf = (row: GoogleRow): DraftData => {
  const week = weekOf(row);
  const raw = row.text('special_hours');
  const special = raw === undefined ? undefined : readSpecialHours(raw);
  if (raw !== undefined && special === undefined) row.report('hours-unreadable', 'special_hours');
  const closures = (special?.closedOn ?? []).map((day) => ({
    type: 'OpeningHoursSpecification',
    validFrom: day,
    validThrough: day,
  }));
  return {
    // Hours of one day say nothing where those of the week are not known.
    openingHours: week === 'unknown' ? week : [week, ...(special?.rules ?? [])].join('; '),
    ...(closures.length === 0 ? {} : { specialOpeningHoursSpecification: closures }),
  };
};

const kindOf = (row: GoogleRow): PlaceKind => {
  const raw = row.text('category');
  const kind = raw === undefined ? someShop : readPlaceKind(raw);
  if (kind === undefined) row.report('store-kind-unknown', 'category');
  return kind ?? someShop;
};

const placeData = (row: GoogleRow, settings: SourceSettings): DraftData => {
  const address = addressOf(row, settings);
  const description = row.words('description', readProse);
  const image = row.value('image', readLink);
  const kind = kindOf(row);
  return {
    type: kind.type === undefined ? 'Place' : ['Place', kind.type],
    ...present('name', row.words('name', readName)),
    address,
    ...pointOf(row, String(address['addressCountry'])),
    placeKind: kind.placeKind,
    ...hoursOf(row),
    ...present('description', description === undefined ? undefined : inLanguage(description, settings)),
    ...present('telephone', row.words('phone', readShort)),
    ...present('email', row.words('email', readLine)),
    ...present('url', row.value('website', readLink)),
    ...present('image', image === undefined ? undefined : [image]),
    ...(settings.timeZone === 'Europe/Amsterdam' ? {} : { timeZone: settings.timeZone }),
  };
};

const readDrafts = (row: GoogleRow, settings: SourceSettings): readonly Draft[] => {
  const code = row.text('store_code');
  if (code === undefined) row.report('store-code-missing', 'store_code');
  const data = placeData(row, settings);
  if (code === undefined) return [];
  // The operator's map says under which key stock files look for a store; without one, its code does.
  const { stores } = settings;
  const mapped = stores !== undefined && Object.hasOwn(stores, code) ? stores[code] : undefined;
  return [{ kind: 'Place', key: mapped ?? slug(code), data }];
};

async function* read(file: ImportFile, { settings }: FormatContext): AsyncGenerator<readonly Row[]> {
  const headers = new Map<string, string>();
  const columns = (firstRow: readonly string[]) => {
    const names = storeColumns(firstRow.map(normaliseHeader));
    for (const [index, name] of names.entries()) if (name !== undefined) headers.set(name, firstRow[index] ?? name);
    return { names };
  };
  const nameOf: FieldNames = (column) => headers.get(column) ?? column;
  for await (const rows of readTable(file, { columns })) {
    yield rows.map((cells) => toGoogleRow(cells, nameOf, (row) => readDrafts(row, settings)));
  }
}

/** A store feed, or the spreadsheet of Business Profile: the stores that a local inventory feed speaks of. */
export const googleStoreFeed: Format = {
  name: 'google-store-feed',
  title: 'Google store feed or Business Profile spreadsheet',
  recognises(head) {
    const headers = head.cells.map(normaliseHeader);
    const columns = storeColumns(headers);
    const has = (name: StoreColumn): boolean => columns.includes(name);
    // A feed of products or stock may name its stores too.
    const isOfProducts = headers.some((header) =>
      ['id', 'item_id', 'gtin', 'price', 'availability', 'quantity'].includes(header),
    );
    return (
      !isOfProducts && has('store_code') && has('name') && (has('address_1') || has('locality') || has('postal_code'))
    );
  },
  read,
};
