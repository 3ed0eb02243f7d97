/** A kind of place, and every word that people have for it; lists are separated by commas. */
export interface PlaceKind {
  /** Tag of OpenStreetMap: `shop=bicycle` */
  readonly tag: string;
  /** The schema.org type that comes nearest; stands beside `Place`. */
  readonly type: string;
  /** What it is called in the singular, as it stands in the middle of a sentence. */
  readonly nl: string;
  readonly en: string;
  /** What people write in a column of kinds: Dutch first, then English, German and French. */
  readonly words: string;
  /** What it has, which people write in a column of kinds as well: a search for it may mean the thing itself. */
  readonly goods?: string;
  /** What people only type when they search. */
  readonly searchWords?: string;
}
