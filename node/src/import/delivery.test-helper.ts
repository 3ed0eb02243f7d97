import { checkThing } from '@openstraat/spec';
import type { Draft } from '../model/draft.ts';
import { hasError, type Issue } from '../model/issue.ts';
import { type SourceSettings, sourceSettingsSchema } from '../model/source-settings.ts';
import type { FileHead, Format, FormatContext, ImportFile } from './format.ts';
import { readHead } from './reading/file-head.ts';

/** A file in memory, handed out in pieces of a size that cuts words, characters and tags in two. */
export const testFile = (content: string | Uint8Array, pieceBytes = 7_001): ImportFile => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name: 'test-file',
    bytes: bytes.length,
    modifiedAtMs: 0,
    async *open() {
      for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
    },
  };
};

const testSettings = (more: Readonly<Record<string, unknown>> = {}): SourceSettings =>
  sourceSettingsSchema.parse({
    name: 'test',
    title: 'Test',
    place: more['stores'] === undefined ? 'fietsenzaak' : undefined,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    attribution: 'Test',
    ...more,
  });

/** What a delivery came to. */
export interface TestDelivery {
  readonly drafts: readonly Draft[];
  /** What refused rows name. */
  readonly named: readonly Draft[];
  readonly issues: readonly Issue[];
  readonly stated: readonly string[];
  readonly rows: number;
}

/** Reads a whole delivery with a format. */
export const deliver = async (
  format: Format,
  content: string | Uint8Array,
  more: Readonly<Record<string, unknown>> = {},
  pieceBytes?: number,
): Promise<TestDelivery> => {
  const settings = testSettings(more);
  const stated: string[] = [];
  const context: FormatContext = {
    settings,
    observedAt: '2026-11-01T06:00:00Z',
    stated: (observedAt) => stated.push(observedAt),
    placeOf(storeCode, { line, field }) {
      const placeKey = settings.place ?? settings.stores?.[storeCode ?? ''];
      if (placeKey !== undefined) return { placeKey };
      return {
        issue: { code: 'store-code-unmapped', level: 'error', line, field, value: storeCode ?? '', message: '' },
      };
    },
  };
  const drafts: Draft[] = [];
  const named: Draft[] = [];
  const issues: Issue[] = [];
  let rows = 0;
  for await (const batch of format.read(testFile(content, pieceBytes), context)) {
    for (const row of batch) {
      rows++;
      (hasError(row.issues) ? named : drafts).push(...row.drafts);
      issues.push(...row.issues);
    }
  }
  return { drafts, named, issues, stated, rows };
};

/** The start of a file, as formats get to see it. */
export const headOf = (content: string): Promise<FileHead> => readHead(testFile(content));

/** `line code field` of each issue, for comparing at a glance. */
export const shown = (issues: readonly Issue[]): readonly string[] =>
  issues.map(({ line, code, field }) => `${line} ${code} ${field}`.trim());

/** What the models of the protocol have against drafts, once these have the addresses that the run adds. */
export const modelFlaws = (drafts: readonly Draft[]): readonly unknown[] =>
  drafts.flatMap((draft) => {
    if ('whole' in draft) return [];
    const { kind, data } = draft;
    const product = 'product' in draft ? { gtin: draft.product.gtin, sku: draft.product.code } : {};
    const places = kind === 'Offer' ? { itemOffered: '/products/x', availableAtOrFrom: '/places/x' } : {};
    return checkThing(kind, { id: '/x/x', type: kind, source: '/sources/x', ...product, ...places, ...data });
  });

/** An RSS feed with these items; `head` stands before them. */
export const rss = (items: string, head = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">
<channel><title>Fietsenzaak</title><link>https://fietsenzaak.example</link>${head}
${items}
</channel></rss>`;
