import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { thingExamples } from '../examples/index.ts';
import { generateJsonSchema } from '../generate/json-schema.ts';
import { contextPath } from '../protocol/feed-page.ts';
import { expandDocument } from '../rdf/offline-json-ld.test-helper.ts';
import { shapeViolations } from '../rdf/shapes.test-helper.ts';
import { checkThing } from './check-thing.ts';
import { type Kind, kinds } from './define-kind.ts';
import { kindModels, type PropertyModel, propertiesOf } from './index.ts';
import { expandIri } from './prefixes.ts';

type JsonObject = Readonly<Record<string, unknown>>;

const shapesFindings = async (data: JsonObject): Promise<readonly string[]> =>
  shapeViolations(await expandDocument({ '@context': `https://waterveen.example${contextPath}`, ...data }));

const published = JSON.parse(generateJsonSchema()) as {
  readonly $defs: Readonly<Record<string, JsonObject & { readonly allOf?: unknown }>>;
};
/** Zod reads JSON Schema back, all but `dependentRequired`: the rules over several properties are tested by themselves. */
const fitsJsonSchema = (kind: Kind, data: JsonObject): boolean => {
  const { allOf: _rules, ...definition } = published.$defs[kind] ?? {};
  return z
    .fromJSONSchema({ ...definition, $defs: published.$defs } as unknown as z.core.JSONSchema.JSONSchema)
    .safeParse(data).success;
};

const without = (data: JsonObject, ...names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(data).filter(([name]) => !names.includes(name)));

/** A value that its range does not have, and that JSON-LD still lets through. */
const wrongValue = ({ range }: PropertyModel): unknown => {
  switch (range) {
    case 'text':
    case 'languageText':
    case 'iri':
    case 'boolean':
      return 5;
    case 'decimal':
      return '-1,5';
    case 'integer':
    case 'integerOrText':
      return -1;
    case 'double':
      return 1_000;
    case 'node':
      return { type: 'Nothing' };
    default:
      return 'https://elsewhere.example/tomorrow';
  }
};

/** Of WKT, a SHACL engine knows the datatype alone. */
const shapesCanTell = ({ range }: PropertyModel): boolean => range !== 'wkt';

describe.each(kinds)('%s', (kind) => {
  const full: JsonObject = { ...thingExamples[kind].full };
  const properties = propertiesOf(kindModels[kind]);

  test('both examples fit the JSON Schema', () => {
    expect(fitsJsonSchema(kind, full)).toBe(true);
    expect(fitsJsonSchema(kind, { ...thingExamples[kind].minimal })).toBe(true);
  });

  test.each(properties.filter(({ required }) => required))('a missing $name is found by all', async ({ name, iri }) => {
    const broken = without(full, name);
    expect(checkThing(kind, broken)).toContainEqual({ path: name, code: 'property-missing', message: 'is missing' });
    expect(await shapesFindings(broken)).toContain(`${expandIri(iri)} MinCountConstraintComponent`);
    expect(fitsJsonSchema(kind, broken)).toBe(false);
  });

  test.each(properties)('a wrong $name is found by all', async (property) => {
    const { name, iri, several } = property;
    const broken = { ...full, [name]: several ? [wrongValue(property)] : wrongValue(property) };
    expect(checkThing(kind, broken).some(({ path }) => path.startsWith(name))).toBe(true);
    expect(fitsJsonSchema(kind, broken)).toBe(false);
    if (!shapesCanTell(property)) return;
    const findings = await shapesFindings(broken);
    expect(findings.some((finding) => finding.startsWith(`${expandIri(iri)} `))).toBe(true);
  });

  test('one value is not several', async () => {
    const single = properties.find(({ several, range }) => !several && range === 'iri');
    const { name = '', iri = '' } = single ?? {};
    const broken = { ...full, [name]: [full[name], 'https://elsewhere.example/other'] };
    expect(checkThing(kind, broken)).toMatchObject([{ path: name, code: 'property-type' }]);
    expect(await shapesFindings(broken)).toEqual([`${expandIri(iri)} MaxCountConstraintComponent`]);
  });

  test.each(kindModels[kind].constraints)('the rule "$comment" is kept by all', async (constraint) => {
    const broken =
      'when' in constraint
        ? without(full, constraint.needs)
        : without(full, ...constraint.anyOf.flatMap((group) => group.slice(0, 1)));
    const code = 'when' in constraint ? 'property-needs-other' : 'properties-any-of';
    expect(checkThing(kind, broken)).toContainEqual(expect.objectContaining({ code }));
    expect(await shapesFindings(broken)).toContain('- OrConstraintComponent');
    expect(published.$defs[kind]?.allOf).toContainEqual({
      description: constraint.comment,
      ...('when' in constraint
        ? { dependentRequired: { [constraint.when]: [constraint.needs] } }
        : { anyOf: constraint.anyOf.map((group) => ({ required: group })) }),
    });
  });
});
