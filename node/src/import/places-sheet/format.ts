import { placeKey } from '@openstraat/spec';
import type { Draft } from '../../model/draft.ts';
import { hasError, issueReporter } from '../../model/issue.ts';
import type { Format, FormatContext, Row } from '../format.ts';
import { placesIssues } from '../issue-codes/places.ts';
import { onlyNamed } from '../only-named.ts';
import { readTable, type TableRow } from '../reading/table.ts';
import { findPlacesColumns, isPlacesHeader, type PlacesColumn } from './columns.ts';
import { type PlaceAnswer, placeData } from './place-data.ts';
import { PlacesRow } from './row.ts';

const report = issueReporter(placesIssues);

/** A parcel point at the counter of this place, for the carriers that the line names. */
const parcelPoint = (key: string, data: Readonly<Record<string, unknown>>): Draft => ({
  kind: 'ParcelPoint',
  key,
  placeKey: key,
  data: {
    containedInPlace: `/places/${key}`,
    name: data['name'],
    carrier: data['carrier'],
    parcelService: ['collect', 'drop-off'],
    openingHours: data['openingHours'],
    pointType: 'counter',
  },
});

const keyOf = (row: PlacesRow, { name, postcode, town }: PlaceAnswer): string | undefined =>
  placeKey({ code: row.text('code'), name, postcode, town });

/** A refused line may not say whether it has a parcel point, so it names the one that it may have had. */
const refusedRow = (row: PlacesRow, answer: PlaceAnswer): Row => {
  const { line, issues } = row;
  const key = keyOf(row, answer);
  if (key === undefined) return { line, drafts: [], issues };
  return { line, drafts: onlyNamed([{ kind: 'Place', key, data: {} }, parcelPoint(key, {})]), issues };
};

const toRow = (table: TableRow, fields: ReadonlyMap<PlacesColumn, string>, context: FormatContext): Row => {
  const row = new PlacesRow(table, fields);
  const { line, issues } = row;
  // What is wrong with single values does not matter any more.
  if (hasError(issues)) return refusedRow(row, placeData(new PlacesRow(table, fields), context.settings));
  const answer = placeData(row, context.settings);
  const { data, name, town } = answer;
  if (name === undefined) issues.push(report('place-name-missing', { line, field: row.field('name') }));
  if (town === undefined) {
    issues.push(report('place-town-missing', { line, field: row.field('town'), value: row.text('address') }));
  }
  const key = keyOf(row, answer);
  if (key === undefined || hasError(issues)) return refusedRow(row, answer);
  const place: Draft = { kind: 'Place', key, data };
  return { line, drafts: data['carrier'] === undefined ? [place] : [place, parcelPoint(key, data)], issues };
};

/** A sheet of places, one line each: the smallest shop's whole entry. */
export const placesSheet: Format = {
  name: 'places-sheet',
  title: 'Places sheet (CSV with a header: name, address, kind, hours …)',
  recognises: ({ cells }) => isPlacesHeader(cells),
  async *read(file, context) {
    const fields = new Map<PlacesColumn, string>();
    const columns = (firstRow: readonly string[]) => {
      const names = findPlacesColumns(firstRow);
      for (const [index, name] of names.entries()) {
        if (name !== undefined && !fields.has(name)) fields.set(name, firstRow[index] ?? name);
      }
      return { names };
    };
    for await (const rows of readTable(file, { columns })) yield rows.map((row) => toRow(row, fields, context));
  },
};
