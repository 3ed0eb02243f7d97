import type { z } from 'zod';
import type { ThingIssue, ThingIssueCode } from './check-thing.ts';

type ZodIssue = z.core.$ZodIssue;

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Readonly<Record<PropertyKey, unknown>>)[key] : undefined,
    data,
  );

const typeName = (expected: string): string => (expected === 'int' ? 'a whole number' : `of type ${expected}`);

const unitOf = (origin: string): string => (origin === 'string' ? 'characters' : 'values');
const isNumber = (origin: string): boolean => ['number', 'int', 'bigint'].includes(origin);

const describe = (issue: ZodIssue): readonly [ThingIssueCode, string] => {
  switch (issue.code) {
    case 'invalid_type':
      return ['property-type', `is not ${typeName(issue.expected)}`];
    case 'too_big':
      return isNumber(issue.origin)
        ? ['property-out-of-range', `is more than ${issue.maximum}`]
        : ['property-too-long', `has more than ${issue.maximum} ${unitOf(issue.origin)}`];
    case 'too_small':
      return isNumber(issue.origin)
        ? ['property-out-of-range', `is less than ${issue.minimum}`]
        : ['property-too-short', `has fewer than ${issue.minimum} ${unitOf(issue.origin)}`];
    case 'invalid_value':
      return ['property-not-listed', `is none of ${issue.values.map(String).join(', ')}`];
    case 'invalid_format':
      return ['property-format', issue.format === 'regex' ? issue.message : `is not a ${issue.format}`];
    case 'custom':
      return ['property-format', issue.message];
    default:
      return ['property-format', 'does not fit'];
  }
};

/** A number that is not whole was still meant as a number. */
const isOtherType = (issue: ZodIssue): boolean =>
  issue.code === 'invalid_type' && issue.path.length === 0 && issue.expected !== 'int';

/** Of several forms that a value may have, the one that was meant: what fails deepest, or for another reason than its type. */
const meant = (errors: readonly (readonly ZodIssue[])[]): readonly ZodIssue[] =>
  errors.find((issues) => !issues.some((issue) => isOtherType(issue))) ?? errors[0] ?? [];

/**
 * Says what Zod found in our words.
 * @param data the value that was checked
 */
export const readZodIssue = (issue: ZodIssue, data: unknown): readonly ThingIssue[] => {
  const path = issue.path.map(String).join('.');
  if (issue.path.length > 0 && valueAt(data, issue.path) === undefined)
    return [{ path, code: 'property-missing', message: 'is missing' }];
  if (issue.code === 'invalid_union')
    return meant(issue.errors).flatMap((inner) =>
      readZodIssue({ ...inner, path: [...issue.path, ...inner.path] }, data),
    );
  if (issue.code === 'invalid_key') return [{ path, code: 'property-format', message: 'is not a language code' }];
  const [code, message] = describe(issue);
  return [{ path, code, message }];
};
