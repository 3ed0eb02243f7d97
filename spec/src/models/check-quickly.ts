// oxlint-disable no-underscore-dangle -- `_zod` is where Zod documents its definitions, for those who build on them
import { z } from 'zod';

/** True only for a value that the schema surely accepts; false says nothing. */
export type QuickTest = (value: unknown) => boolean;

const unsure: QuickTest = () => false;

type Rule<T> = (value: T) => boolean;
type Check = z.core.$ZodCheck;

const checksOf = (schema: z.core.$ZodType): readonly Check[] => schema._zod.def.checks ?? [];

/** A pattern with a memory of its own would answer differently the next time. */
const patternRule = (pattern: RegExp | undefined): Rule<string> | undefined =>
  pattern === undefined || pattern.global || pattern.sticky ? undefined : (value) => pattern.test(value);

/** What a text or list has to keep besides its type; undefined for a rule that is not known here. */
const lengthRule = (check: Check): Rule<{ readonly length: number }> | undefined => {
  if (check instanceof z.core.$ZodCheckMinLength) {
    const { minimum } = check._zod.def;
    return ({ length }) => length >= minimum;
  }
  if (check instanceof z.core.$ZodCheckMaxLength) {
    const { maximum } = check._zod.def;
    return ({ length }) => length <= maximum;
  }
  return undefined;
};

const textRule = (check: Check): Rule<string> | undefined => {
  if (check instanceof z.core.$ZodCheckRegex) return patternRule(check._zod.def.pattern);
  if (!(check instanceof z.core.$ZodCustom)) return lengthRule(check);
  const { fn } = check._zod.def;
  return (value) => fn(value) === true;
};

const numberRule = (check: Check): Rule<number> | undefined => {
  if (!(check instanceof z.core.$ZodCheckGreaterThan || check instanceof z.core.$ZodCheckLessThan)) return undefined;
  const { value: bound, inclusive, check: name } = check._zod.def;
  if (typeof bound !== 'number' || !inclusive) return undefined;
  return name === 'greater_than' ? (value) => value >= bound : (value) => value <= bound;
};

const withRules = <T>(isOfType: (value: unknown) => value is T, rules: readonly (Rule<T> | undefined)[]): QuickTest => {
  if (rules.includes(undefined)) return unsure;
  const known = rules.flatMap((rule) => rule ?? []);
  return (value) => {
    if (!isOfType(value)) return false;
    for (const rule of known) if (!rule(value)) return false;
    return true;
  };
};

const isString = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isWholeNumber = (value: unknown): value is number => Number.isSafeInteger(value);
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const stringTest = (schema: z.ZodString | z.ZodStringFormat): QuickTest => {
  const rules = checksOf(schema).map(textRule);
  if (schema instanceof z.ZodISODateTime || schema instanceof z.ZodISODate)
    return withRules(isString, [patternRule(schema._zod.def.pattern), ...rules]);
  return schema instanceof z.ZodStringFormat ? unsure : withRules(isString, rules);
};

const numberTest = (schema: z.ZodNumber): QuickTest => {
  const rules = checksOf(schema).map(numberRule);
  if (!(schema instanceof z.ZodNumberFormat)) return withRules(isNumber, rules);
  return schema._zod.def.format === 'safeint' ? withRules(isWholeNumber, rules) : unsure;
};

const listTest = (schema: z.ZodArray): QuickTest => {
  const item = quickTest(schema.element);
  return withRules(isList, [...checksOf(schema).map(lengthRule), (values) => values.every((value) => item(value))]);
};

const unionTest = (schema: z.ZodUnion): QuickTest => {
  const options = schema.options.map((option) => quickTest(option));
  return (value) => options.some((option) => option(value));
};

const objectTest = (schema: z.ZodObject): QuickTest => {
  if (schema._zod.def.catchall !== undefined || checksOf(schema).length > 0) return unsure;
  const tests = Object.entries(schema.shape).map(([name, property]) => ({ name, test: quickTest(property) }));
  return (value) => {
    if (typeof value !== 'object' || value === null || isList(value)) return false;
    for (const { name, test } of tests) if (!test((value as Readonly<Record<string, unknown>>)[name])) return false;
    return true;
  };
};

const compoundTest = (schema: z.core.$ZodType): QuickTest => {
  if (schema instanceof z.ZodArray) return listTest(schema);
  if (schema instanceof z.ZodObject) return objectTest(schema);
  return schema instanceof z.ZodUnion ? unionTest(schema) : unsure;
};

const simpleTest = (schema: z.core.$ZodType): QuickTest | undefined => {
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return stringTest(schema);
  if (schema instanceof z.ZodNumber) return numberTest(schema);
  if (schema instanceof z.ZodBoolean) return (value) => typeof value === 'boolean';
  if (!(schema instanceof z.ZodLiteral || schema instanceof z.ZodEnum)) return undefined;
  const values: ReadonlySet<unknown> = schema instanceof z.ZodLiteral ? schema.values : new Set(schema.options);
  return (value) => values.has(value);
};

/**
 * Makes the quick test of a schema: what an import asks first of every thing, since nearly all are sound. Zod copies what it checks, and this does not.
 * What it does not know (maps of languages, tuples) it leaves to Zod.
 */
export const quickTest = (schema: z.core.$ZodType): QuickTest => {
  if (!(schema instanceof z.ZodOptional)) return simpleTest(schema) ?? compoundTest(schema);
  const test = quickTest(schema.unwrap());
  return (value) => value === undefined || test(value);
};
