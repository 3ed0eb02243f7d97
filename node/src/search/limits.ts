/** Limits of the search room, and what it gives when nothing is said. */
export const searchRoomLimits = {
  /** Offers shown of one barcode; `moreOffers` counts the rest. */
  offersShownMax: 3,
  /** What is farther ends at so many times the radius. */
  fartherRadii: 3,
  /** Products found up to which locations are measured one by one; for more, all around are measured first. */
  measuredAloneMax: 64,
  /** Words of a query that may be left out where nothing matches all of them. */
  wordsLeftOutMax: 4,
  /** Postings that are read to find fewer words than were asked; what was asked is always looked for. */
  postingsReadMax: 500_000,
  /** Words of the name of a place that stands beside what is looked for there, and of a query that is read so. */
  placeNameWordsMax: 5,
  wordsWithPlaceNameMax: 12,
  /** Postings that are read to find the places of a name; words that so many things have are none. */
  placeNamePostingsMax: 20_000,
  /** An event without an end is over after so many hours. */
  eventHoursWithoutEnd: 6,
  /** An event that goes on for longer than so many hours is to be seen only while its place is not closed. */
  eventHoursOfOneDay: 24,
  /** Towns named to somebody who asked for one that is not known. */
  townsNamedMax: 5,
  /** Places of one town's name that are farther apart are in towns of their own. */
  townGapMetres: 15_000,
  /** Characters of a last word that may be the beginning of others: fewer begin too much. */
  prefixCharactersMin: 3,
  /** Suggestions given, at most. */
  suggestionsMax: 20,
  /** Suggestions of one type, at most, while there are others. */
  suggestionsOfOneTypeMax: 3,
  /** Characters typed from which names are suggested. */
  typedForNamesMin: 3,
  /** Postings read to find names; a word in more texts than that says too little. */
  suggestPostingsMax: 20_000,
  /** Places and products whose names are read, of each. */
  namesReadMax: 8,
  /** Characters of what is typed that suggestions look at. */
  typedCharactersMax: 200,
  /** What a place says that it carries and that fits; shown, at most. */
  carriedShownMax: 5,
  /** Documents of the node's own that are kept between searches, each until it changes. */
  documentsKeptMax: 10_000,
} as const;
