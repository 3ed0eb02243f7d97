import { z } from 'zod';
import { expandIri } from './prefixes.ts';

/** The kinds of things that a feed carries, in the order in which pages and tables list them. */
export const kinds = ['Source', 'Area', 'Place', 'ParcelPoint', 'Product', 'Offer', 'Service', 'Event'] as const;
export type Kind = (typeof kinds)[number];

/** A type name on the wire and the class that it stands for. */
export type TypeNames = Readonly<Record<string, string>>;

/** A model of something that stands on the wire as a JSON object. */
export interface ObjectModel<T extends z.ZodObject = z.ZodObject> {
  /** Wire name of the class that every such object carries. */
  readonly name: string;
  /** Compact IRI of that class. */
  readonly classIri: string;
  readonly comment: string;
  /** All type names allowed, `name` among them. */
  readonly types: TypeNames;
  readonly schema: T;
}

/**
 * A rule over several properties: at least one of the groups is there in full, or `needs` is there where `when` is.
 * The Zod check, JSON Schema, SHACL shapes and tables all read it.
 */
export type Constraint =
  | { readonly anyOf: readonly (readonly string[])[]; readonly comment: string }
  | { readonly when: string; readonly needs: string; readonly comment: string };

/** A model of a kind of thing that has an address and stands in the feed. */
export interface KindModel<T extends z.ZodObject = z.ZodObject> extends ObjectModel<T> {
  readonly name: Kind;
  /** First segment of its address: `places` for `/places/…`. */
  readonly path: string;
  readonly constraints: readonly Constraint[];
}

/** Models of nested objects, found by the schema of the property that holds them. */
export const nestedModels: ObjectModel[] = [];

/** Defines a nested object: its `type` is its name. */
export const defineNested = <const N extends string, S extends z.ZodRawShape>(
  name: N,
  classIri: string,
  comment: string,
  shape: S,
) => {
  expandIri(classIri);
  const schema = z.object({ type: z.literal(name), ...shape });
  nestedModels.push({ name, classIri, comment, types: { [name]: classIri }, schema });
  return schema;
};

const thingId = z
  .string()
  .max(2_000)
  .regex(/^(https?:\/\/[^\s"<>\\^`{|}#]+|\/[^\s"<>\\^`{|}#]*)$/, 'is not the address of a thing');

/** Defines a kind: its objects have an `id` and a `type`, and more types where `moreTypes` lists some. */
export const defineKind = <const N extends Kind, S extends z.ZodRawShape>(definition: {
  readonly name: N;
  readonly path: string;
  readonly classIri: string;
  readonly comment: string;
  readonly moreTypes?: TypeNames;
  readonly constraints?: readonly Constraint[];
  readonly shape: S;
}) => {
  const { name, path, classIri, comment, moreTypes, constraints = [], shape } = definition;
  const types: TypeNames = { [name]: classIri, ...moreTypes };
  const type =
    moreTypes === undefined
      ? z.literal(name)
      : z.union([z.literal(name), z.tuple([z.literal(name)], z.enum(Object.keys(moreTypes) as [string, ...string[]]))]);
  const schema = z.object({ id: thingId, type, ...shape });
  return { name, path, classIri, comment, types, constraints, schema };
};
