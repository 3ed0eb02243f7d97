import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryThing } from '../examples/arbitrary-thing.test-helper.ts';
import { thingExamples } from '../examples/index.ts';
import { nodeDescriptionExample, nodeDescriptionMinimal } from '../examples/node-description.ts';
import { checkThing } from '../models/check-thing.ts';
import { kinds } from '../models/define-kind.ts';
import { kindModels, type Thing } from '../models/index.ts';
import { type NodeDescription, nodeDescriptionSchema } from '../models/node-description.ts';
import { contextPath } from '../protocol/feed-page.ts';
import { canonicalQuads, expandDocument } from './offline-json-ld.test-helper.ts';
import { shapeViolations } from './shapes.test-helper.ts';
import { thingQuads } from './thing-quads.ts';

const inContext = (data: Thing | NodeDescription): object => ({
  '@context': `https://waterveen.example${contextPath}`,
  ...data,
});

/** The document's RDF is the hand mapping's, and fits the shapes. */
const expectAgreement = async (data: Thing | NodeDescription): Promise<void> => {
  const expanded = await expandDocument(inContext(data));
  expect(await canonicalQuads(thingQuads(data))).toBe(expanded);
  expect(await shapeViolations(expanded)).toEqual([]);
};

describe.each(kinds)('%s', (kind) => {
  test.each(['full', 'minimal'] as const)(
    'the %s example fits the model, the mapping and the shapes',
    async (which) => {
      const data = thingExamples[kind][which];
      expect(checkThing(kind, data)).toEqual([]);
      await expectAgreement(data);
    },
  );

  test('so does any other', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryThing(kind), async (data) => {
        expect(checkThing(kind, data)).toEqual([]);
        await expectAgreement(data);
      }),
      { numRuns: 40 },
    );
  });
});

test.each([
  ['full', nodeDescriptionExample],
  ['minimal', nodeDescriptionMinimal],
])("the node's %s description fits the model, the mapping and the shapes", async (_which, data) => {
  expect(nodeDescriptionSchema.safeParse(data).error).toBeUndefined();
  await expectAgreement(data);
});

test('every example has every property that its kind may have', () => {
  for (const kind of kinds)
    expect(Object.keys(thingExamples[kind].full).toSorted()).toEqual(
      Object.keys(kindModels[kind].schema.shape).toSorted(),
    );
});

test('a graph and a prefix for labels are the caller’s', () => {
  const lines = thingQuads(thingExamples.Place.minimal, 'https://waterveen.example/places/x#v1', 'p7')
    .trim()
    .split('\n');
  expect(lines.every((line) => line.endsWith(' <https://waterveen.example/places/x#v1> .'))).toBe(true);
  expect(lines.filter((line) => line.startsWith('_:')).every((line) => /^_:p7\d/.test(line))).toBe(true);
});

test('data of no kind is a fault', () => {
  expect(() => thingQuads({ ...thingExamples.Offer.minimal, type: 'Bicycle' } as unknown as Thing)).toThrow(TypeError);
});
