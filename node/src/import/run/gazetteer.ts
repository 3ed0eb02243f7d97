import { Fault } from '../../model/fault.ts';
import { hasError, type Issue, issueReporter } from '../../model/issue.ts';
import type { ImportFile } from '../format.ts';
import { gazetteerIssues } from '../issue-codes/gazetteer.ts';
import { importLimits } from '../limits.ts';
import { normaliseHeader, readTable } from '../reading/table.ts';
import { type Point, readPoint } from '../values/coordinates.ts';
import { type Locate, normalisePostcode } from './locate.ts';

/** Points of postcodes, as the operator's file has them. */
export interface Gazetteer {
  readonly locate: Locate;
  /** How many postcodes it knows. */
  readonly size: number;
  /** What is wrong with the file's lines; the first 10,000. */
  readonly issues: readonly Issue[];
}

const report = issueReporter(gazetteerIssues);

const columnNames: Readonly<Record<string, keyof Point | 'postcode'>> = {
  postcode: 'postcode',
  postal_code: 'postcode',
  postalcode: 'postcode',
  zip: 'postcode',
  pc6: 'postcode',
  lat: 'latitude',
  latitude: 'latitude',
  breedtegraad: 'latitude',
  lon: 'longitude',
  lng: 'longitude',
  long: 'longitude',
  longitude: 'longitude',
  lengtegraad: 'longitude',
};

const columnsOf = (firstRow: readonly string[]) => {
  const names = firstRow
    .map(normaliseHeader)
    .map((header) => (Object.hasOwn(columnNames, header) ? columnNames[header] : undefined));
  const isHeader = ['postcode', 'latitude', 'longitude'].every((name) => names.some((column) => column === name));
  return isHeader ? { names } : { names: ['postcode', 'latitude', 'longitude'], firstRowIsData: true };
};

/** Counts the file's bytes as they pass, since its size may not be known before. */
const limited = (file: ImportFile): ImportFile => ({
  ...file,
  async *open() {
    let bytes = 0;
    for await (const piece of file.open()) {
      bytes += piece.byteLength;
      if (bytes > importLimits.gazetteerBytesMax) {
        throw new Fault(
          'limit-exceeded',
          `The gazetteer ${file.name} is larger than ${importLimits.gazetteerBytesMax} bytes. Keep the postcodes of the area that the node serves.`,
        );
      }
      yield piece;
    }
  },
});

/**
 * Reads a file of `postcode;lat;lon`, with or without header.
 * @param country ISO 3166-1, to notice coordinates that have changed places
 * @throws {Fault} `limit-exceeded` for a file that is too large, `file-unreadable` for one that is not text
 */
export const readGazetteer = async (file: ImportFile, country = 'NL'): Promise<Gazetteer> => {
  // Two numbers a postcode and one entry of a map: half a million of them fit in 50 MB.
  const places = new Map<string, number>();
  const degrees: number[] = [];
  const issues: Issue[] = [];
  const complain = (code: keyof typeof gazetteerIssues, line: number, value: string): void => {
    if (issues.length < importLimits.issuesKeptMax) issues.push(report(code, { line, field: 'postcode', value }));
  };
  for await (const rows of readTable(limited(file), { columns: columnsOf })) {
    for (const { line, cells, issues: flaws } of rows) {
      const { postcode = '', latitude = '', longitude = '' } = cells;
      const shown = `${postcode};${latitude};${longitude}`;
      const key = normalisePostcode(postcode);
      const { point } = readPoint(latitude, longitude, country);
      if (hasError(flaws) || key === '' || point === undefined) {
        complain('gazetteer-line', line, shown);
        continue;
      }
      const before = places.get(key);
      if (before === undefined) places.set(key, degrees.push(point.latitude, point.longitude) - 2);
      else if (degrees[before] !== point.latitude || degrees[before + 1] !== point.longitude) {
        complain('gazetteer-repeated', line, shown);
      }
    }
  }
  const locate: Locate = (postcode) => {
    const at = places.get(normalisePostcode(postcode));
    const latitude = at === undefined ? undefined : degrees[at];
    const longitude = at === undefined ? undefined : degrees[at + 1];
    return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
  };
  return { locate, size: places.size, issues };
};
