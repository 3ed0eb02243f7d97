/** `error`: the row is refused. `warning`: it is taken, but somebody should look. */
export type IssueLevel = 'error' | 'warning';

/** One thing that is wrong with one row of a delivery. All issues of a row are reported together. */
export interface Issue {
  /** Stable name; its level and what to do stand in `validate/issue-codes.ts`. */
  readonly code: string;
  readonly level: IssueLevel;
  /** Line in the file, 1 for the first; in XML the line on which the item starts. */
  readonly line: number;
  /** Column or property, in the words of the file where there is one. */
  readonly field: string;
  /** What stood there, shortened to 200 characters. */
  readonly value: string;
  /** What is wrong and what to do. */
  readonly message: string;
}

/** Does one of these issues refuse its row? */
export const hasError = (issues: readonly Issue[]): boolean => issues.some(({ level }) => level === 'error');

/** What an issue code means: one sentence on what is wrong, one on what to do. */
export interface IssueDefinition {
  readonly level: IssueLevel;
  readonly wrong: string;
  readonly todo: string;
}

/** Where an issue was met. */
export interface IssuePlace {
  readonly line: number;
  readonly field: string;
  readonly value?: unknown;
}

const valueCharactersMax = 200;

const showValue = (value: unknown): string => {
  const text = value === undefined ? '' : typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > valueCharactersMax ? `${text.slice(0, valueCharactersMax - 1)}…` : text;
};

/**
 * Makes the function that reports the issues of one room.
 * @returns `(code, place, more?)`: `more` is put behind what is wrong, for figures that only the row knows
 */
export const issueReporter =
  <C extends string>(definitions: Readonly<Record<C, IssueDefinition>>) =>
  (code: C, place: IssuePlace, more = ''): Issue => {
    const { level, wrong, todo } = definitions[code];
    return {
      code,
      level,
      line: place.line,
      field: place.field,
      value: showValue(place.value),
      message: `${wrong}${more === '' ? '' : ` (${more})`}. ${todo}.`,
    };
  };
