import { contextTermNames } from '../rdf/context.ts';
import { type QuickTest, quickTest } from './check-quickly.ts';
import type { Constraint, Kind, ObjectModel } from './define-kind.ts';
import { kindModels, propertiesOf } from './index.ts';
import { nestedModelOf } from './nested-model.ts';
import { readZodIssue } from './zod-issue.ts';

/** Stable names of what can be wrong with a thing's data. */
export type ThingIssueCode =
  | 'property-missing'
  | 'property-type'
  | 'property-format'
  | 'property-too-long'
  | 'property-too-short'
  | 'property-out-of-range'
  | 'property-not-listed'
  | 'property-elsewhere'
  | 'property-name'
  | 'properties-any-of'
  | 'property-needs-other';

/** One thing that is wrong with a thing's data. */
export interface ThingIssue {
  /** Wire names and indexes with a point between: `address.postalCode`, `image.0`; empty for the thing itself. */
  readonly path: string;
  readonly code: ThingIssueCode;
  /** What is wrong, to be read behind the path. */
  readonly message: string;
}

type JsonObject = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const none: readonly ThingIssue[] = [];

const has = (data: JsonObject, name: string): boolean => data[name] !== undefined;

const hasAll = (data: JsonObject, names: readonly string[]): boolean => {
  for (const name of names) if (!has(data, name)) return false;
  return true;
};

const hasAny = (data: JsonObject, groups: readonly (readonly string[])[]): boolean => {
  for (const names of groups) if (hasAll(data, names)) return true;
  return false;
};

const brokenConstraint = (constraint: Constraint, data: JsonObject): ThingIssue | undefined => {
  if ('when' in constraint) {
    const { when, needs, comment } = constraint;
    return !has(data, when) || has(data, needs)
      ? undefined
      : { path: needs, code: 'property-needs-other', message: `is missing beside ${when}: ${comment}` };
  }
  const { anyOf, comment } = constraint;
  if (hasAny(data, anyOf)) return undefined;
  const groups = anyOf.map((group) => group.join(' with ')).join(', or ');
  return { path: '', code: 'properties-any-of', message: `has neither ${groups}: ${comment}` };
};

type NameCheck = (data: JsonObject, path: string, issues: ThingIssue[]) => void;

/** A name that JSON-LD reads in its own way could make the data speak for other things. */
const nameIssue = (name: string, path: string): ThingIssue | undefined => {
  if (name.startsWith('@') || name.includes(':'))
    return { path, code: 'property-name', message: 'has a name with @ or a colon, which JSON-LD reads in its own way' };
  return contextTermNames.has(name)
    ? { path, code: 'property-elsewhere', message: 'stands where its name means nothing' }
    : undefined;
};

const nameCheck = (model: ObjectModel): NameCheck => {
  const known = new Set(Object.keys(model.schema.shape));
  const nested = propertiesOf(model)
    .filter(({ range }) => range === 'node')
    .map((property): readonly [string, NameCheck] => [property.name, nameCheck(nestedModelOf(property))]);
  return (data, prefix, issues) => {
    for (const name in data) {
      if (known.has(name) || (name === '@context' && prefix === '')) continue;
      const issue = nameIssue(name, prefix + name);
      if (issue !== undefined) issues.push(issue);
    }
    for (const [name, check] of nested) {
      const value = data[name];
      if (Array.isArray(value))
        value.forEach((item: unknown, at) => {
          if (isObject(item)) check(item, `${prefix}${name}.${at}.`, issues);
        });
      else if (isObject(value)) check(value, `${prefix}${name}.`, issues);
    }
  };
};

const nameChecks: ReadonlyMap<Kind, NameCheck> = new Map(
  Object.values(kindModels).map((model): [Kind, NameCheck] => [model.name, nameCheck(model)]),
);

const quickTests: ReadonlyMap<Kind, QuickTest> = new Map(
  Object.values(kindModels).map(({ name, schema }): [Kind, QuickTest] => [name, quickTest(schema)]),
);

const schemaIssues = (kind: Kind, data: JsonObject): ThingIssue[] => {
  if (quickTests.get(kind)?.(data) === true) return [];
  const parsed = kindModels[kind].schema.safeParse(data);
  return parsed.success ? [] : parsed.error.issues.flatMap((issue) => readZodIssue(issue, data));
};

/**
 * Everything that is wrong with a thing's data: each property, the rules over several, and names that JSON-LD would read otherwise.
 * Names that the context does not know are let through: RDF readers drop them.
 * @param data parsed JSON, with or without `@context`
 * @returns all issues; none when it may be written
 */
export const checkThing = (kind: Kind, data: unknown): readonly ThingIssue[] => {
  if (!isObject(data)) return [{ path: '', code: 'property-type', message: 'is not an object' }];
  const issues = schemaIssues(kind, data);
  for (const constraint of kindModels[kind].constraints) {
    const broken = brokenConstraint(constraint, data);
    if (broken !== undefined) issues.push(broken);
  }
  nameChecks.get(kind)?.(data, '', issues);
  return issues.length === 0 ? none : issues;
};
