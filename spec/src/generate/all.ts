import { createHash } from 'node:crypto';
import { thingExamples } from '../examples/index.ts';
import { nodeDescriptionExample } from '../examples/node-description.ts';
import { kindModels } from '../models/index.ts';
import { contextPath } from '../protocol/feed-page.ts';
import { allRequirements } from '../requirements/index.ts';
import { generateContext } from './context.ts';
import { generateContextText } from './context-text.ts';
import { generateJsonSchema } from './json-schema.ts';
import { generateRequirementsJson } from './requirements-json.ts';
import { generateSearchSchema } from './search-schema.ts';
import { generateShapes } from './shapes.ts';
import { generateTables } from './tables.ts';
import { generateVocabulary } from './vocabulary.ts';

const exampleText = (data: { readonly id: string }): string =>
  `${JSON.stringify({ '@context': new URL(contextPath, data.id).href, ...data }, undefined, 2)}\n`;

/** Every generated file of the package, by its path in it. */
export const generateAll = (): ReadonlyMap<string, string> => {
  const context = generateContext();
  const contextSha256 = createHash('sha256').update(context).digest('hex');
  return new Map([
    ['generated/context-v1.jsonld', context],
    ['generated/schema.json', generateJsonSchema()],
    ['generated/search-schema.json', generateSearchSchema()],
    ['generated/shapes.ttl', generateShapes()],
    ['generated/vocabulary.ttl', generateVocabulary()],
    ['generated/requirements.json', generateRequirementsJson(allRequirements)],
    ['generated/tables.md', generateTables(contextSha256)],
    ...Object.values(kindModels).map(({ name, path }): [string, string] => [
      `generated/examples/${path}.jsonld`,
      exampleText(thingExamples[name].full),
    ]),
    ['generated/examples/node.jsonld', exampleText(nodeDescriptionExample)],
    ['src/rdf/generated/context-text.ts', generateContextText(context, contextSha256)],
  ]);
};
