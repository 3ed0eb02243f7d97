import {
  gtinProductKey,
  isGtin,
  offerKey,
  parseThingId,
  type Product,
  productDetailNames,
  skuProductKey,
  thingId,
  iriPropertyNames,
} from '@openstraat/spec';
import type { Candidate, Draft, DraftData, ProductReference } from '../../model/draft.ts';
import type { Issue } from '../../model/issue.ts';
import { catalogueOf, type SourceSettings } from '../../model/source-settings.ts';
import { noScope, scopeOf } from '../../model/scope.ts';
import { reportRun } from '../issue-codes/run.ts';

/** A candidate that has not been checked yet: its data may be anything. */
type UncheckedCandidate = Omit<Candidate, 'data'> & { readonly data: DraftData };

/** What turning drafts into candidates needs to know. */
export interface CandidateContext {
  readonly settings: SourceSettings;
  readonly origin: string;
  /** Whether the file is an export, whose things keep the sources that they name. */
  readonly asStated: boolean;
  /** The key of the product that the shop's own code leads to, if any. */
  productOfCode(code: string): string | undefined;
}

/** Candidates, or why there are none. */
export interface CandidateAnswer {
  readonly candidates: readonly UncheckedCandidate[];
  readonly issues: readonly Issue[];
}

const noIssues: readonly Issue[] = [];
const issuesOnly = (...issues: Issue[]): CandidateAnswer => ({ candidates: [], issues });
const one = (candidate: UncheckedCandidate): CandidateAnswer => ({ candidates: [candidate], issues: noIssues });
const sourceIri = (name: string): string => `/sources/${name}`;

const productCandidate = (
  draft: Extract<Draft, { kind: 'Product'; product: ProductReference }>,
  context: CandidateContext,
  line: number,
): CandidateAnswer => {
  const { settings } = context;
  const { gtin, code } = draft.product;
  const catalogue = catalogueOf(settings);
  const isMention = draft.mentioned === true;
  if (gtin === undefined && code === undefined) return issuesOnly(reportRun('product-unknown', { line, field: 'id' }));
  if (gtin === undefined && isMention) {
    // The product feed of the shop says what this code is; a stock line alone can't.
    return context.productOfCode(code ?? '') === undefined
      ? issuesOnly(reportRun('product-unknown', { line, field: 'id', value: code }, `catalogue "${catalogue}"`))
      : issuesOnly();
  }
  const key = gtin === undefined ? skuProductKey(catalogue, code ?? '') : gtinProductKey(gtin);
  const id = thingId('Product', key);
  return one({
    kind: 'Product',
    id,
    source: settings.name,
    scope: '-',
    mentioned: isMention,
    ...(code === undefined ? {} : { code: { catalogue, code } }),
    data: {
      ...draft.data,
      id,
      type: 'Product',
      source: sourceIri(settings.name),
      ...(gtin === undefined ? { sku: code } : { gtin }),
    },
  });
};

const offerCandidate = (
  draft: Extract<Draft, { kind: 'Offer'; product: ProductReference }>,
  context: CandidateContext,
  line: number,
): CandidateAnswer => {
  const { settings } = context;
  const { gtin, code } = draft.product;
  const key = gtin === undefined ? context.productOfCode(code ?? '') : gtinProductKey(gtin);
  if (key === undefined)
    return issuesOnly(
      reportRun('product-unknown', { line, field: 'id', value: code }, `catalogue "${catalogueOf(settings)}"`),
    );
  const id = thingId('Offer', offerKey(key, draft.placeKey));
  return one({
    kind: 'Offer',
    id,
    source: settings.name,
    scope: draft.placeKey,
    data: {
      ...draft.data,
      id,
      type: 'Offer',
      source: sourceIri(settings.name),
      itemOffered: thingId('Product', key),
      availableAtOrFrom: thingId('Place', draft.placeKey),
      ...(isGtin(key) ? { gtin: key } : { sku: code }),
    },
  });
};

const ownPath = (value: unknown, origin: string): unknown =>
  typeof value === 'string' && value.startsWith(`${origin}/`) ? value.slice(origin.length) : value;

/** Own addresses become paths, wherever an address stands. */
const toPaths = (value: unknown, origin: string, key = ''): unknown => {
  if (Array.isArray(value)) return value.map((item) => toPaths(item, origin, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toPaths(item, origin, name)]));
  return iriPropertyNames.has(key) ? ownPath(value, origin) : value;
};

/** The statements on a product, each as what its own source says. */
const statementsOf = (data: DraftData): readonly DraftData[] => {
  if (!Array.isArray(data['statement'])) return [data];
  const { statement, ...chosen } = data as unknown as Product;
  const shared = Object.fromEntries(
    Object.entries(chosen).filter(([name]) => !(productDetailNames as readonly string[]).includes(name)),
  );
  return (statement ?? []).map(({ type: _type, ...said }) => ({ ...shared, ...said }));
};

/** Does the source speak for this place? One without a place or stores speaks for the node. */
const isOwnPlace = ({ place, stores }: SourceSettings, key: string): boolean => {
  if (place !== undefined) return place === key;
  return stores === undefined || Object.values(stores).includes(key);
};

const wholeCandidates = (
  draft: Extract<Draft, { whole: DraftData }>,
  context: CandidateContext,
  line: number,
): CandidateAnswer => {
  const { settings, origin } = context;
  const ownSource = sourceIri(settings.name);
  // A line that names itself by a whole address names others so, too; most lines have paths, and need no copy.
  const isAbsolute = typeof draft.whole['id'] === 'string' && !draft.whole['id'].startsWith('/');
  const data = isAbsolute ? (toPaths(draft.whole, origin) as DraftData) : draft.whole;
  const { id } = data;
  const parsed = typeof id === 'string' ? parseThingId(id) : undefined;
  if (typeof id !== 'string' || parsed === undefined || parsed.kind !== draft.kind)
    return issuesOnly(reportRun('id-not-of-kind', { line, field: 'id', value: id }, `a ${draft.kind}`));
  const catalogueEnd = parsed.key.indexOf('.');
  const issues: Issue[] = [];
  const candidates = statementsOf(data).map((stated): UncheckedCandidate => {
    const scope = scopeOf(draft.kind, stated);
    const source = draft.kind === 'Source' ? id : (stated['source'] ?? ownSource);
    const isOwnSource = source === ownSource;
    const { sku } = stated;
    if (!context.asStated) {
      if (!isOwnSource) issues.push(reportRun('source-not-own', { line, field: 'source', value: source }));
      const place = draft.kind === 'Place' ? parsed.key : scope;
      if (place !== noScope && !isOwnPlace(settings, place))
        issues.push(reportRun('place-not-own', { line, field: 'id', value: place }));
    }
    const sourceName = typeof source === 'string' ? source.replace('/sources/', '') : parsed.key;
    const hasCode = draft.kind === 'Product' && typeof sku === 'string' && catalogueEnd > 0;
    return {
      kind: draft.kind,
      id: thingId(parsed.kind, parsed.key),
      source: isOwnSource ? settings.name : sourceName,
      scope,
      data: draft.kind === 'Source' || stated['source'] === source ? stated : { ...stated, source },
      code: hasCode ? { catalogue: parsed.key.slice(0, catalogueEnd), code: sku } : undefined,
    };
  });
  return { candidates, issues };
};

/** Gives a draft its address, its source and its product: what the file alone does not say. */
export const toCandidates = (draft: Draft, context: CandidateContext, line: number): CandidateAnswer => {
  if ('whole' in draft) return wholeCandidates(draft, context, line);
  if (draft.kind === 'Product') return productCandidate(draft, context, line);
  if (draft.kind === 'Offer') return offerCandidate(draft, context, line);
  const id = thingId(draft.kind, draft.key);
  const data: DraftData = {
    type: draft.kind,
    ...draft.data,
    id,
    source: sourceIri(context.settings.name),
  };
  return one({ kind: draft.kind, id, source: context.settings.name, scope: scopeOf(draft.kind, data), data });
};
