import { type Gtin, isRestrictedGtin, parseGtin } from '@openstraat/spec';
import type { ProductReference } from '../../model/draft.ts';
import { type Issue, issueReporter } from '../../model/issue.ts';
import { productReferenceIssues } from '../issue-codes/product-reference.ts';

const report = issueReporter(productReferenceIssues);

type GtinProblem = 'gtin-not-digits' | 'gtin-length' | 'gtin-check-digit' | 'gtin-rounded';
type GtinAnswer = { readonly ok: true; readonly gtin: Gtin } | { readonly ok: false; readonly code: GtinProblem };

const gtinProblems: Readonly<Record<GtinProblem, string>> = {
  'gtin-not-digits': 'it has signs other than digits',
  'gtin-length': 'it does not have 8, 12, 13 or 14 digits',
  'gtin-check-digit': 'its check digit is not right',
  'gtin-rounded': 'a spreadsheet has rounded it',
};

/** Takes a value out of the wrappings that keep spreadsheets from turning it into a number: `="0871"`, `'0871`. */
export const unwrapCode = (raw: string): string =>
  raw
    .trim()
    .replace(/^="(.*)"$/s, '$1')
    .replace(/^'/, '')
    .trim();

/** Reads a GTIN as files have it, spreadsheet marks included. */
export const readGtin = (raw: string): GtinAnswer => {
  // The common case first: an import reads this once a row.
  const answer = parseGtin(raw);
  if (answer.ok) return answer;
  const unwrapped = unwrapCode(raw);
  if (/^\d([.,]\d+)?E\+?\d{1,2}$/i.test(unwrapped)) return { ok: false, code: 'gtin-rounded' };
  return parseGtin(unwrapped.replace(/[.,]0+$/, ''));
};

/** A row's answer to "which product?": `reference` is absent where an issue of level `error` says why. */
export interface ProductReferenceAnswer {
  readonly reference: ProductReference | undefined;
  readonly issues: readonly Issue[];
}

/**
 * Decides how a row names its product. A GTIN of restricted circulation is a code of the shop, in its 14-digit form, unless the row has another code;
 * a GTIN that is not valid refuses the row, unless the row has a code to know the product by.
 * @param raw as the file has it; absent or blank where it has none
 * @param at the line, and what the file calls the two fields
 */
export const productReference = (
  raw: { readonly gtin?: string | undefined; readonly code?: string | undefined },
  at: { readonly line: number; readonly gtinField: string; readonly codeField: string },
): ProductReferenceAnswer => {
  const { line } = at;
  const code = unwrapCode(raw.code ?? '') || undefined;
  if (unwrapCode(raw.gtin ?? '') === '') {
    if (code !== undefined) return { reference: { code }, issues: [] };
    return { reference: undefined, issues: [report('product-unnamed', { line, field: at.gtinField })] };
  }
  const answer = readGtin(raw.gtin ?? '');
  if (answer.ok) {
    const { gtin } = answer;
    if (isRestrictedGtin(gtin)) return { reference: { code: code ?? gtin }, issues: [] };
    return { reference: code === undefined ? { gtin } : { gtin, code }, issues: [] };
  }
  const place = { line, field: at.gtinField, value: raw.gtin };
  if (code === undefined) return { reference: undefined, issues: [report(answer.code, place)] };
  return { reference: { code }, issues: [report('gtin-ignored', place, gtinProblems[answer.code])] };
};
