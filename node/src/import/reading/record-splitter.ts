const quote = '"';

/** How far a record has come: `open` in a quoted cell that goes on in the next line, `broken` where its quotes can't be meant so. */
export type SplitState = 'closed' | 'open' | 'broken';

const skipSpaces = (line: string, from: number): number => {
  let position = from;
  while (line[position] === ' ') position++;
  return position;
};

/**
 * Splits one record with quotation marks into cells, a line at a time. (csv-parse is what its tests compare it with. It is not used here because it can't
 * say on which line a quote opened that never closes, nor go on behind that line.)
 */
export class RecordSplitter {
  readonly cells: string[] = [];
  readonly #delimiter: string;
  #cell = '';
  #lines = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** Takes the record's next line. A quote that stands inside a cell that has not begun with one is text: `5" pipe`. */
  push(line: string): SplitState {
    let position = 0;
    let inQuotes = this.#lines++ > 0;
    for (;;) {
      if (!inQuotes) {
        const start = skipSpaces(line, position);
        if (line[start] !== quote) {
          const end = line.indexOf(this.#delimiter, position);
          if (this.#take(line.slice(position, end === -1 ? undefined : end), end)) return 'closed';
          position = end + 1;
          continue;
        }
        position = start + 1;
      }
      const closing = this.#readQuoted(line, position);
      if (closing === -1) return 'open';
      const after = skipSpaces(line, closing + 1);
      let cell = this.#cell;
      let end = after === line.length ? -1 : after;
      if (end !== -1 && line[end] !== this.#delimiter) {
        // Text behind the closing quote. In one line the quotes belong to the text (`"Oude" Markt`);
        // over several lines the opening one was never closed, and this one opens another row's cell.
        if (inQuotes) return 'broken';
        end = line.indexOf(this.#delimiter, after);
        cell = `"${cell}"${line.slice(closing + 1, end === -1 ? undefined : end)}`;
      }
      this.#cell = '';
      inQuotes = false;
      if (this.#take(cell, end)) return 'closed';
      position = end + 1;
    }
  }

  /** @returns true when it was the record's last cell */
  #take(cell: string, end: number): boolean {
    this.cells.push(cell.trim());
    return end === -1;
  }

  /** Reads up to the closing quote. @returns its position, -1 when it is not in this line */
  #readQuoted(line: string, from: number): number {
    let position = from;
    for (;;) {
      const next = line.indexOf(quote, position);
      if (next === -1) {
        this.#cell += `${line.slice(position)}\n`;
        return -1;
      }
      this.#cell += line.slice(position, next);
      if (line[next + 1] !== quote) return next;
      this.#cell += quote;
      position = next + 2;
    }
  }
}
