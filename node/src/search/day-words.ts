import { whenInQuery } from '../language/when-words.ts';

/** The words of a query about a day, as they were typed: left out of a search, they take nothing from what was asked for. */
export const dayWordsOf = (query: string): readonly string[] => whenInQuery(query).days;
