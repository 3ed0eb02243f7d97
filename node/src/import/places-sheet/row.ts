import { type Issue, issueReporter } from '../../model/issue.ts';
import { googleIssues } from '../issue-codes/google.ts';
import { placesIssues } from '../issue-codes/places.ts';
import { valueIssues } from '../issue-codes/values.ts';
import type { TableRow } from '../reading/table.ts';
import { plainText } from '../values/plain-text.ts';
import type { PlacesColumn } from './columns.ts';
import { splitList } from './words.ts';

const definitions = { ...placesIssues, ...valueIssues, 'hours-unreadable': googleIssues['hours-unreadable'] };
const report = issueReporter(definitions);

/** A line of a places sheet, with the issues that reading it brings up. */
export class PlacesRow {
  readonly line: number;
  readonly issues: Issue[];
  readonly #cells: Readonly<Record<string, string>>;
  readonly #fields: ReadonlyMap<PlacesColumn, string>;

  /** @param fields what the header calls the columns */
  constructor({ line, cells, issues }: TableRow, fields: ReadonlyMap<PlacesColumn, string>) {
    this.line = line;
    this.issues = [...issues];
    this.#cells = cells;
    this.#fields = fields;
  }

  /** The cell as it stands; undefined where it is empty. */
  text(column: PlacesColumn): string | undefined {
    return this.#cells[column];
  }

  field(column: PlacesColumn): string {
    return this.#fields.get(column) ?? column;
  }

  report(code: keyof typeof definitions, column: PlacesColumn, value: string | undefined = this.text(column)): void {
    this.issues.push(report(code, { line: this.line, field: this.field(column), value }));
  }

  /** The words in a cell, without markup; longer ones are cut. */
  words(column: PlacesColumn, charactersMax: number, form: 'name' | 'prose' = 'name'): string | undefined {
    const raw = this.text(column);
    return raw === undefined ? undefined : this.clean(column, raw, charactersMax, form);
  }

  /** The same for a part of a cell. */
  clean(column: PlacesColumn, raw: string, charactersMax: number, form: 'name' | 'prose' = 'name'): string | undefined {
    const { text, problems } = plainText(raw, form, charactersMax);
    for (const problem of problems) this.report(problem, column, raw);
    return text;
  }

  /** The things that a cell lists; undefined where it lists none. */
  list(column: PlacesColumn, charactersMax: number, itemsMax: number): readonly string[] | undefined {
    const parts = splitList(this.text(column) ?? '');
    if (parts.length > itemsMax) this.report('list-cut', column);
    const items = parts.slice(0, itemsMax).map((part) => this.clean(column, part, charactersMax));
    const named = [...new Set(items.filter((item) => item !== undefined))];
    return named.length === 0 ? undefined : named;
  }
}
