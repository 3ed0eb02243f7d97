import type { SearchAnswer, SearchParameters, SearchSuggestions } from '@openstraat/spec';

/** Product location search: the same question at the same state of the log has the same answer for everyone. */
export interface Search {
  /** False while the index is first built. */
  readonly ready: boolean;
  /**
   * Answers a question.
   * @throws {Fault} `bad-request`, `cursor-invalid`, `index-building`
   */
  search(parameters: SearchParameters): Promise<SearchAnswer>;
  /** How what was typed could go on, best first. @throws {Fault} `index-building` */
  suggest(typed: string, limit: number): Promise<SearchSuggestions>;
}
