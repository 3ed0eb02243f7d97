import type { ChangeLogReader } from '../../log/change-log.ts';
import type { Candidate } from '../../model/draft.ts';
import type { Row } from '../format.ts';
import { importLimits } from '../limits.ts';
import { ownText } from '../values/own-text.ts';

/** The shop's own codes and the products that they lead to, as far as a run has met them. */
export interface CodeBook {
  /** Looks up the codes of these rows, all at once. */
  lookUp(rows: readonly Row[]): Promise<void>;
  /** A row of this file says what the code of a product is. */
  learn(product: Candidate): Lesson;
  /** The key of the product that a code leads to. */
  readonly productOf: (code: string) => string | undefined;
}

/** What a row taught. */
export interface Lesson {
  /** Whether an earlier row of this file had the code for another product. */
  readonly isReused: boolean;
  /** Undoes it, should the row be refused. */
  takeBack(): void;
}

export const createCodeBook = (log: ChangeLogReader, catalogue: string): CodeBook => {
  /** Keys by code; '' for a code that nobody knows. */
  const known = new Map<string, string>();
  /** Codes that this file itself has explained, of those that are known. */
  const taught = new Set<string>();
  const forget = (): void => {
    known.clear();
    taught.clear();
  };
  const set = (code: string, key: string): void => {
    if (known.size >= importLimits.codesKeptMax) forget();
    known.set(ownText(code), key);
  };
  return {
    async lookUp(rows) {
      const codes = new Set<string>();
      for (const { drafts } of rows)
        for (const draft of drafts) {
          if (!('product' in draft) || draft.product.gtin !== undefined) continue;
          const { code } = draft.product;
          if (code !== undefined && (known.get(code) ?? '') === '') codes.add(code);
        }
      if (codes.size === 0) return;
      const wanted = [...codes];
      // A batch has fewer codes than the book holds, so that none of them is forgotten before its row is read.
      if (known.size + wanted.length > importLimits.codesKeptMax) forget();
      const keys = await log.recordsOf(wanted.map((code) => ({ table: 'code', key: `${catalogue}!${code}` })));
      for (const [index, code] of wanted.entries()) known.set(ownText(code), keys[index] ?? '');
    },
    learn({ id, code }) {
      if (code === undefined) return { isReused: false, takeBack: () => undefined };
      const key = id.slice('/products/'.length);
      const before = known.get(code.code) ?? '';
      const isReused = taught.has(code.code) && before !== '' && before !== key;
      set(code.code, key);
      taught.add(code.code);
      return { isReused, takeBack: () => void known.set(code.code, before) };
    },
    productOf: (code) => known.get(code) || undefined,
  };
};
