import { expandIri } from '../models/prefixes.ts';
import { canonicalJson, type Json } from '../protocol/jcs.ts';
import { iriTerm, textTerm, typedTerm } from './n-quads.ts';
import { type QuadWriter, writeThingQuads } from './thing-quads.ts';

/** What the mapping reads of an item: `writeFeedItem` writes it. */
interface PageItem {
  readonly state: 'updated' | 'deleted';
  readonly kind: string;
  readonly id: string;
  readonly version: string;
  readonly modified: number;
  readonly published: string;
  readonly movedTo?: string | undefined;
  readonly data?: object | undefined;
}

/** What the mapping reads of a page: `writeFeedPage` writes it. */
export interface FeedPageDocument {
  readonly id: string;
  readonly license: string;
  readonly timestampPath: string;
  readonly sequencePath: string;
  readonly versionOfPath: string;
  readonly versionDeletePath: string;
  readonly versionDeleteObject: string;
  readonly epoch: string;
  readonly view: {
    readonly id: string;
    readonly retentionPolicy: { readonly amount: number };
    readonly relation?: readonly { readonly node: string; readonly path: string; readonly value: number }[];
  };
  readonly checkpoint?: object | undefined;
  readonly items: readonly PageItem[];
}

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const integerTerm = typedTerm(expandIri('xsd:integer'));
const dateTimeTerm = typedTerm(expandIri('xsd:dateTime'));
const jsonTerm = typedTerm(`${rdf}JSON`);
const term = (compact: string): string => iriTerm(expandIri(compact));
const type = iriTerm(`${rdf}type`);

const paths = ['timestampPath', 'sequencePath', 'versionOfPath', 'versionDeletePath', 'versionDeleteObject'] as const;
const states = { updated: term('as:Update'), deleted: term('as:Delete') } as const;

const itemPredicates = {
  member: ` ${term('tree:member')} `,
  id: ` ${term('dcterms:isVersionOf')} `,
  modified: ` ${term('os:position')} `,
  published: ` ${term('dcterms:created')} `,
  state: ` ${term('os:state')} `,
  kind: ` ${term('os:kind')} `,
  movedTo: ` ${term('as:movedTo')} `,
} as const;

const end = ' .\n';
const line = (...terms: readonly string[]): string => terms.join(' ') + end;

const viewLines = ({ view }: FeedPageDocument, stream: string): string => {
  const page = iriTerm(view.id);
  const relations = (view.relation ?? []).map((relation, index) => {
    const label = `_:relation${index}`;
    return (
      line(page, term('tree:relation'), label) +
      line(label, type, term('tree:GreaterThanRelation')) +
      line(label, term('tree:node'), iriTerm(relation.node)) +
      line(label, term('tree:path'), term(relation.path)) +
      line(label, term('tree:value'), integerTerm(String(relation.value)))
    );
  });
  return (
    line(stream, term('tree:view'), page) +
    line(page, type, term('tree:Node')) +
    line(page, term('ldes:retentionPolicy'), '_:retention') +
    line('_:retention', type, term('ldes:LatestVersionSubset')) +
    line('_:retention', term('ldes:amount'), integerTerm(String(view.retentionPolicy.amount))) +
    relations.join('')
  );
};

const streamLines = (page: FeedPageDocument, stream: string): string =>
  line(stream, type, term('ldes:EventStream')) +
  line(stream, term('dcterms:license'), iriTerm(page.license)) +
  line(stream, term('os:epoch'), textTerm(page.epoch)) +
  paths.map((path) => line(stream, term(`ldes:${path}`), term(page[path]))).join('') +
  (page.checkpoint === undefined
    ? ''
    : line(stream, term('os:checkpoint'), jsonTerm(canonicalJson(page.checkpoint as Json))));

const itemLines = (
  stream: string,
  item: PageItem,
  labels: number,
): { readonly text: string; readonly labels: number } => {
  const version = iriTerm(item.version);
  const { member, id, modified, published, state, kind, movedTo } = itemPredicates;
  const head =
    stream +
    member +
    version +
    end +
    version +
    id +
    iriTerm(item.id) +
    end +
    version +
    modified +
    integerTerm(String(item.modified)) +
    end +
    version +
    published +
    dateTimeTerm(item.published) +
    end +
    version +
    state +
    states[item.state] +
    end +
    version +
    kind +
    textTerm(item.kind) +
    end +
    (item.movedTo === undefined ? '' : version + movedTo + iriTerm(item.movedTo) + end);
  if (item.data === undefined) return { text: head, labels };
  const writer: QuadWriter = { text: head, end: ` ${version}${end}`, labelPrefix: 'b', labels };
  writeThingQuads(writer, item.data);
  return writer;
};

/**
 * The RDF of a page of the feed as N-Quads: the stream, its view and members, and each version's data in a graph that has the version's name.
 * @param page parsed JSON of `writeFeedPage`, whose items are checked
 */
export const feedPageQuads = (page: FeedPageDocument): string => {
  const stream = iriTerm(page.id);
  let text = streamLines(page, stream) + viewLines(page, stream);
  let labels = 0;
  for (const item of page.items) {
    const written = itemLines(stream, item, labels);
    text += written.text;
    labels = written.labels;
  }
  return text;
};
