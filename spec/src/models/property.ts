import { z } from 'zod';

/** What an RDF reader gets for a property's value. */
type Range =
  | 'iri'
  | 'term'
  | 'text'
  | 'languageText'
  | 'decimal'
  | 'integer'
  | 'double'
  | 'boolean'
  | 'date'
  | 'dateTime'
  | 'duration'
  | 'wkt'
  | 'integerOrText'
  | 'json'
  | 'node';

/** What the generators need to know of a property beyond its Zod schema. */
export interface PropertyMeta {
  /** Compact IRI, with a prefix of `prefixes`. */
  readonly iri: string;
  readonly range: Range;
  readonly comment: string;
  /** The IRIs that a `term` value stands for, by its wire name. */
  readonly terms?: Readonly<Record<string, string>>;
  /** True for a nested object whose terms mean this only inside it: the context scopes them to the property. */
  readonly scoped?: boolean;
}

/** Every wire property registers here; the context, shapes, vocabulary, tables and RDF mapping read it. */
export const propertyRegistry = z.registry<PropertyMeta>();

const register = <T extends z.ZodType>(schema: T, meta: PropertyMeta): T => {
  propertyRegistry.add(schema, meta);
  return schema;
};

const textMaxCharacters = 10_000;
/** Control characters other than tab and newline, and halves of surrogate pairs, never stand in text. */
const isCleanText = (value: string): boolean =>
  // oxlint-disable-next-line no-control-regex -- these are the characters that must not be there
  !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value) && value.isWellFormed();
const cleanText = (maxCharacters: number) =>
  z.string().min(1).max(maxCharacters).refine(isCleanText, 'has control characters or broken Unicode');

/** An absolute http(s) IRI, or a path on the node's own origin (as stored and imported). */
const reference = () =>
  z
    .string()
    .max(2_000)
    .regex(/^(https?:\/\/[^\s"<>\\^`{|}]+|\/[^\s"<>\\^`{|}]*)$/, 'is not an http(s) address or a path on this node');

export const iri = (iriOf: string, comment: string) => register(reference(), { iri: iriOf, range: 'iri', comment });
export const text = (iriOf: string, comment: string, maxCharacters: number = textMaxCharacters) =>
  register(cleanText(maxCharacters), { iri: iriOf, range: 'text', comment });
export const pattern = (iriOf: string, comment: string, regex: RegExp, says: string) =>
  register(z.string().regex(regex, says), { iri: iriOf, range: 'text', comment });
/** Text with a pattern, and a rule that no pattern can say: `holds` is asked where the pattern fits. */
export const checkedPattern = (
  iriOf: string,
  comment: string,
  regex: RegExp,
  says: string,
  holds: (value: string) => boolean,
) =>
  register(z.string().regex(regex, { error: says, abort: true }).refine(holds, says), {
    iri: iriOf,
    range: 'text',
    comment,
  });
/** One text, or one text a language (`{"nl": "…", "en": "…"}`). */
export const languageText = (iriOf: string, comment: string, maxCharacters: number = textMaxCharacters) =>
  register(
    z.union([
      cleanText(maxCharacters),
      z
        .record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), cleanText(maxCharacters))
        .refine((texts) => Object.keys(texts).length > 0, 'names no language')
        .meta({ minProperties: 1 }),
    ]),
    { iri: iriOf, range: 'languageText', comment },
  );
/** A decimal string without exponent, at most 12 digits before and 4 after the point. */
export const decimal = (iriOf: string, comment: string) =>
  register(z.string().regex(/^(0|[1-9]\d{0,11})(\.\d{1,4})?$/, 'is not a decimal number such as 12.95'), {
    iri: iriOf,
    range: 'decimal',
    comment,
  });
export const integer = (iriOf: string, comment: string, max: number = 1_000_000_000) =>
  register(z.int().min(0).max(max), { iri: iriOf, range: 'integer', comment });
export const double = (iriOf: string, comment: string, min: number, max: number) =>
  register(z.number().min(min).max(max), { iri: iriOf, range: 'double', comment });
export const flag = (iriOf: string, comment: string) =>
  register(z.boolean(), { iri: iriOf, range: 'boolean', comment });
export const date = (iriOf: string, comment: string) => register(z.iso.date(), { iri: iriOf, range: 'date', comment });
/** An instant with seconds and an offset (`Z` or `+02:00`). */
export const dateTime = (iriOf: string, comment: string) =>
  register(z.iso.datetime({ offset: true }), { iri: iriOf, range: 'dateTime', comment });
/** An ISO 8601 duration that XML Schema has too: no weeks, and a point before decimals. */
export const duration = (iriOf: string, comment: string) =>
  register(
    z
      .string()
      .regex(
        /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/,
        'is not a duration such as PT45M or P2D',
      ),
    { iri: iriOf, range: 'duration', comment },
  );
export const wkt = (iriOf: string, comment: string) =>
  register(
    z
      .string()
      .max(200_000)
      .regex(/^(MULTI)?POLYGON\s*\(\([-\d.,\s()]+\)\)$/, 'is not a WKT polygon'),
    { iri: iriOf, range: 'wkt', comment },
  );
export const stockLevel = (iriOf: string, comment: string) =>
  register(z.union([z.int().min(0).max(1_000_000_000), z.literal('unlimited')]), {
    iri: iriOf,
    range: 'integerOrText',
    comment,
  });
/** One of a closed list of names, each of which stands for an IRI. */
export const term = <const T extends Readonly<Record<string, string>>>(iriOf: string, comment: string, terms: T) =>
  register(z.enum(Object.keys(terms) as [keyof T & string, ...(keyof T & string)[]]), {
    iri: iriOf,
    range: 'term',
    comment,
    terms,
  });
/** A nested object, which has no identity of its own unless its model gives it an `id`. */
export const node = <T extends z.ZodObject>(iriOf: string, comment: string, schema: T) =>
  register(schema.clone(), { iri: iriOf, range: 'node', comment });
/** A nested object whose names mean something else outside it. */
export const scopedNode = <T extends z.ZodObject>(iriOf: string, comment: string, schema: T) =>
  register(schema.clone(), { iri: iriOf, range: 'node', comment, scoped: true });
/** A JSON value that RDF carries whole, so that its signature still fits. */
export const json = <T extends z.ZodType>(iriOf: string, comment: string, schema: T) =>
  register(schema, { iri: iriOf, range: 'json', comment });

/** At least one value, at most `max`. The property's own meta stands on the item. */
export const several = <T extends z.ZodType>(item: T, max: number = 200) => z.array(item).min(1).max(max);
