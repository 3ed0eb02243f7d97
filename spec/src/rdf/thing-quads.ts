import type { ObjectModel } from '../models/define-kind.ts';
import { kindModels, type PropertyModel, propertiesOf, type Thing } from '../models/index.ts';
import { nestedModelOf } from '../models/nested-model.ts';
import { type NodeDescription, nodeDescriptionModel } from '../models/node-description.ts';
import { expandIri } from '../models/prefixes.ts';
import { canonicalJson, type Json } from '../protocol/jcs.ts';
import { doubleLexical, iriTerm, languageTerm, textTerm, typedTerm } from './n-quads.ts';

/** Lines written so far, and what the next ones need. */
export interface QuadWriter {
  text: string;
  /** What ends each line: the graph's name, where there is one. */
  readonly end: string;
  readonly labelPrefix: string;
  labels: number;
}

type JsonObject = Readonly<Record<string, unknown>>;
/** Writes the quads of one value; `start` is subject and predicate. */
type ValueWriter = (writer: QuadWriter, start: string, value: unknown) => void;
/** Writes the quads of an object. @returns its term */
type ObjectWriter = (writer: QuadWriter, data: JsonObject) => string;

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const typePredicate = ` ${iriTerm(`${rdf}type`)} `;
const integerTerm = typedTerm(expandIri('xsd:integer'));
const doubleTerm = typedTerm(expandIri('xsd:double'));
const booleanTerm = typedTerm(expandIri('xsd:boolean'));
const jsonTerm = typedTerm(`${rdf}JSON`);

/** Ranges whose wire value is the lexical form. */
const lexicalTerms = {
  text: textTerm,
  decimal: typedTerm(expandIri('xsd:decimal')),
  date: typedTerm(expandIri('xsd:date')),
  dateTime: typedTerm(expandIri('xsd:dateTime')),
  duration: typedTerm(expandIri('xsd:duration')),
  wkt: typedTerm(expandIri('geosparql:wktLiteral')),
  iri: iriTerm,
} as const;

const single =
  (termOf: (value: unknown) => string): ValueWriter =>
  (writer, start, value) => {
    writer.text += start + termOf(value) + writer.end;
  };

const languageWriter: ValueWriter = (writer, start, value) => {
  if (typeof value === 'string') {
    writer.text += start + textTerm(value) + writer.end;
    return;
  }
  for (const [language, text] of Object.entries(value as Readonly<Record<string, string>>))
    writer.text += start + languageTerm(text, language) + writer.end;
};

const termWriter = (terms: Readonly<Record<string, string>>): ValueWriter => {
  const written = new Map(Object.entries(terms).map(([name, iri]) => [name, iriTerm(expandIri(iri))]));
  return single((value) => written.get(value as string) ?? '');
};

const nodeWriter = (model: ObjectModel): ValueWriter => {
  const write = objectWriter(model);
  return (writer, start, value) => {
    const term = write(writer, value as JsonObject);
    writer.text += start + term + writer.end;
  };
};

const valueWriter = (property: PropertyModel): ValueWriter => {
  const { range } = property;
  switch (range) {
    case 'node':
      return nodeWriter(nestedModelOf(property));
    case 'term':
      return termWriter(property.terms ?? {});
    case 'languageText':
      return languageWriter;
    case 'integer':
      return single((value) => integerTerm(String(value)));
    case 'integerOrText':
      return single((value) => (typeof value === 'number' ? integerTerm(String(value)) : textTerm(value as string)));
    case 'double':
      return single((value) => doubleTerm(doubleLexical(value as number)));
    case 'boolean':
      return single((value) => booleanTerm(String(value)));
    case 'json':
      return single((value) => jsonTerm(canonicalJson(value as Json)));
    default: {
      const termOf = lexicalTerms[range];
      return single((value) => termOf(value as string));
    }
  }
};

const objectWriter = (model: ObjectModel): ObjectWriter => {
  const types = new Map(Object.entries(model.types).map(([name, iri]) => [name, iriTerm(expandIri(iri))]));
  const properties = propertiesOf(model).map((property) => ({
    name: property.name,
    predicate: ` ${iriTerm(expandIri(property.iri))} `,
    write: valueWriter(property),
  }));
  const hasId = 'id' in model.schema.shape;
  return (writer, data) => {
    const subject = hasId ? iriTerm(data['id'] as string) : `_:${writer.labelPrefix}${writer.labels++}`;
    const { type } = data;
    for (const name of Array.isArray(type) ? (type as readonly string[]) : [type as string])
      writer.text += subject + typePredicate + (types.get(name) ?? '') + writer.end;
    for (const { name, predicate, write } of properties) {
      const value = data[name];
      if (value === undefined) continue;
      const start = subject + predicate;
      if (Array.isArray(value)) for (const item of value) write(writer, start, item);
      else write(writer, start, value);
    }
    return subject;
  };
};

const rootWriters: ReadonlyMap<unknown, ObjectWriter> = new Map(
  [...Object.values(kindModels), nodeDescriptionModel].map((model): [unknown, ObjectWriter] => [
    model.name,
    objectWriter(model),
  ]),
);

/** Writes a thing into quads begun elsewhere. */
export const writeThingQuads = (writer: QuadWriter, data: object): void => {
  const { type } = data as JsonObject;
  const name = Array.isArray(type) ? (type as readonly unknown[])[0] : type;
  const write = rootWriters.get(name);
  if (write === undefined) throw new TypeError(`no model is named ${String(name)}`);
  write(writer, data as JsonObject);
};

/**
 * The RDF of a thing, or of a node's description, as N-Quads lines: what a JSON-LD processor makes of it under the bundled context.
 * @param data has passed its checks, and its addresses are absolute
 * @param graph absolute IRI of the graph; the default graph when absent
 * @param labelPrefix starts the labels of blank nodes, so that lines of several things can stand in one file
 * @throws {TypeError} when its type is not that of a model
 */
export const thingQuads = (data: Thing | NodeDescription, graph?: string, labelPrefix: string = 'b'): string => {
  const writer: QuadWriter = {
    text: '',
    end: graph === undefined ? ' .\n' : ` ${iriTerm(graph)} .\n`,
    labelPrefix,
    labels: 0,
  };
  writeThingQuads(writer, data);
  return writer.text;
};
