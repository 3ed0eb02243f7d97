import * as fc from 'fast-check';
import { z } from 'zod';
import type { Kind, ObjectModel } from '../models/define-kind.ts';
import { kindModels, type PropertyModel, propertiesOf, type Thing } from '../models/index.ts';
import { nestedModelOf } from '../models/nested-model.ts';
import { gtinCheckDigit } from '../protocol/gtin.ts';

const text = (maxCharacters: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(maxCharacters, 12) })
    .map((value) => value.replaceAll(/\p{Cc}(?<![\t\n])/gu, '"'))
    .filter((value) => value.length <= maxCharacters);
const iri = fc
  .tuple(fc.constantFrom('https://waterveen.example', 'http://localhost:4100'), fc.webPath(), fc.webQueryParameters())
  .map(([origin, path, query]) => `${origin}/x${path}${query === '' ? '' : `?${query}`}`)
  .filter((address) => !/[`{|}^\\"<>]/.test(address));
const instant = fc
  .tuple(
    fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
    fc.constantFrom('Z', '+02:00', '-09:30'),
  )
  .map(([date, offset]) => date.toISOString().replace('Z', offset));
const limits = (value: z.ZodType): z.core.JSONSchema.JSONSchema => z.toJSONSchema(value, { io: 'input' });

const textValue = ({ name, value }: PropertyModel): fc.Arbitrary<string> => {
  const { pattern, maxLength = 100 } = limits(value);
  if (name === 'gtin')
    return fc
      .integer({ min: 1, max: 9_999_999 })
      .map((digits) => `0952000${String(digits).padStart(6, '0').slice(0, 6)}`)
      .map((digits) => digits + gtinCheckDigit(digits));
  return pattern === undefined ? text(maxLength) : fc.stringMatching(new RegExp(pattern));
};

const oneValue = (property: PropertyModel): fc.Arbitrary<unknown> => {
  const { range, terms, value } = property;
  const { minimum, maximum } = limits(value);
  switch (range) {
    case 'iri':
      return iri;
    case 'term':
      return fc.constantFrom(...Object.keys(terms ?? {}));
    case 'text':
      return textValue(property);
    case 'languageText':
      return fc.oneof(
        text(20),
        fc.dictionary(fc.constantFrom('nl', 'en', 'nds-NL', 'fy'), text(20), { minKeys: 1, noNullPrototype: true }),
      );
    case 'integer':
      return fc.integer({ min: minimum ?? 0, max: maximum ?? 1_000 });
    case 'integerOrText':
      return fc.oneof(fc.nat(1_000), fc.constant('unlimited'));
    case 'double':
      return fc.oneof(
        fc.integer({ min: minimum ?? 0, max: maximum ?? 1 }),
        fc.double({ min: minimum ?? 0, max: maximum ?? 1, noNaN: true }).map((double) => Number(double.toFixed(7))),
      );
    case 'boolean':
      return fc.boolean();
    case 'decimal':
      return fc.tuple(fc.nat(999_999), fc.constantFrom('', '.5', '.90', '.1250')).map((parts) => parts.join(''));
    case 'date':
      return instant.map((time) => time.slice(0, 10));
    case 'dateTime':
      return instant;
    case 'duration':
      return fc.constantFrom('PT45M', 'P2D', 'P1Y2M3DT4H5M6.7S');
    case 'wkt':
      return fc.constant('POLYGON((5 52, 6 52, 6 53, 5 52))');
    case 'node':
      return arbitraryObject(nestedModelOf(property), {});
    default:
      return fc.constant({ type: 'DataIntegrityProof' });
  }
};

const arbitraryObject = (
  model: ObjectModel,
  fixed: Readonly<Record<string, fc.Arbitrary<unknown>>>,
): fc.Arbitrary<object> => {
  const properties = propertiesOf(model);
  const values = properties.map((property): [string, fc.Arbitrary<unknown>] => [
    property.name,
    property.several ? fc.array(oneValue(property), { minLength: 1, maxLength: 3 }) : oneValue(property),
  ]);
  const requiredNames = properties.flatMap(({ name, required }) => (required ? [name] : []));
  const members: Record<string, fc.Arbitrary<unknown>> = {
    type: fc.constant(model.name),
    ...Object.fromEntries(values),
    ...fixed,
  };
  return fc.record(members, {
    requiredKeys: ['type', ...Object.keys(fixed), ...requiredNames],
    noNullPrototype: true,
  });
};

const keepsConstraints = (kind: Kind, data: Readonly<Record<string, unknown>>): boolean =>
  kindModels[kind].constraints.every((constraint) =>
    'when' in constraint
      ? !(constraint.when in data) || constraint.needs in data
      : constraint.anyOf.some((group) => group.every((name) => name in data)),
  );

/** Things of a kind that pass every check, with any of the properties that they may have. */
export const arbitraryThing = (kind: Kind): fc.Arbitrary<Thing> => {
  const model: ObjectModel = kindModels[kind];
  const [name, ...more] = Object.keys(model.types);
  return arbitraryObject(model, {
    id: fc.webSegment().map((key) => `https://waterveen.example/${kindModels[kind].path}/k${encodeURIComponent(key)}`),
    type:
      more.length === 0
        ? fc.constant(name)
        : fc.oneof(
            fc.constant(name),
            fc.constantFrom(...more).map((type) => [name, type]),
          ),
  }).filter((data) => keepsConstraints(kind, { ...data })) as fc.Arbitrary<Thing>;
};
