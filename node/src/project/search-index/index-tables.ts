import { BarcodeTable } from './barcode-table.ts';
import { LocationTable } from './location-table.ts';
import { NameList } from './name-list.ts';
import { OfferTable } from './offer-table.ts';
import { SourceTable } from './source-table.ts';
import { SubjectTable } from './subject-table.ts';
import { TextIndex } from './text-index.ts';

/** What an index is made of: entries are written into these tables, searches read them. */
export interface IndexTables {
  readonly subjects: SubjectTable;
  readonly offers: OfferTable;
  readonly locations: LocationTable;
  readonly texts: TextIndex;
  readonly categories: NameList;
  readonly brands: NameList;
  readonly currencies: NameList;
  /** The node's own stands first. */
  readonly origins: NameList;
  readonly sources: SourceTable;
  readonly barcodes: BarcodeTable;
  /** Opening hours of what stands inside a place and has its own, by subject. */
  readonly ownHours: Map<number, string>;
}

/** Tables that hold nothing yet. @param origin the node's own */
export const createIndexTables = (origin: string): IndexTables => {
  const subjects = new SubjectTable();
  const locations = new LocationTable();
  const origins = new NameList();
  origins.numberOf(origin);
  return {
    subjects,
    offers: new OfferTable(locations),
    locations,
    texts: new TextIndex(),
    categories: new NameList(),
    brands: new NameList(),
    currencies: new NameList(),
    origins,
    sources: new SourceTable(),
    barcodes: new BarcodeTable(subjects),
    ownHours: new Map(),
  };
};
