/** A kind of place by its tag of OpenStreetMap, in the singular, as it stands in the middle of a sentence. */
export type PlaceKindName = readonly [tag: string, nl: string, en: string];
