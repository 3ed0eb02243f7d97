import { type Constraint, nestedModels, type ObjectModel } from '../models/define-kind.ts';
import { type PropertyModel, propertiesOf } from '../models/index.ts';
import { nestedModelOf } from '../models/nested-model.ts';
import { rootModels } from './models.ts';

const ranges = {
  iri: 'IRI',
  text: 'text',
  languageText: 'text, or a language map',
  decimal: 'decimal string',
  integer: 'whole number',
  double: 'number',
  boolean: 'true or false',
  date: 'date',
  dateTime: 'time with offset',
  duration: 'ISO 8601 duration',
  wkt: 'WKT',
  integerOrText: 'whole number, or `"unlimited"`',
  json: 'JSON',
} as const;

const anchor = (name: string): string => `[${name}](#${name.toLowerCase()})`;

const valueOf = (property: PropertyModel): string => {
  const { range, terms } = property;
  if (range === 'node') return anchor(nestedModelOf(property).name);
  if (range === 'term')
    return Object.keys(terms ?? {})
      .map((name) => `\`${name}\``)
      .join(', ');
  return ranges[range];
};

const cell = (text: string): string => text.replaceAll('|', String.raw`\|`);

const row = (property: PropertyModel): string =>
  `| ${[
    `\`${property.name}\``,
    `\`${property.iri}\``,
    property.required ? 'MUST' : 'MAY',
    property.several ? 'many' : 'one',
    cell(valueOf(property)),
    cell(property.comment),
  ].join(' | ')} |\n`;

const rule = (constraint: Constraint): string =>
  'when' in constraint
    ? `- \`${constraint.when}\` needs \`${constraint.needs}\`. ${constraint.comment}\n`
    : `- At least one of: ${constraint.anyOf
        .map((group) => group.map((name) => `\`${name}\``).join(' with '))
        .join('; ')}. ${constraint.comment}\n`;

const furtherTypes = (model: ObjectModel): string => {
  const names = Object.keys(model.types).filter((name) => name !== model.name);
  return names.length === 0 ? '' : `Further types: ${names.map((name) => `\`${name}\``).join(', ')}.\n\n`;
};

const section = (title: string, model: ObjectModel, constraints: readonly Constraint[]): string =>
  `## ${title}\n\n\`${model.classIri}\`. ${model.comment}\n\n${furtherTypes(model)}` +
  '| property | IRI | | | value | meaning |\n| --- | --- | --- | --- | --- | --- |\n' +
  propertiesOf(model)
    .map((property) => row(property))
    .join('') +
  (constraints.length === 0 ? '' : `\n${constraints.map((constraint) => rule(constraint)).join('')}`);

/**
 * The tables of the spec: what each kind must and may carry.
 * @param contextSha256 of the context that gives the names their meaning
 */
export const generateTables = (contextSha256: string): string =>
  [
    `# What things carry\n\nGenerated from the models in \`spec/src/models\`. Every thing also has an \`id\` and a \`type\`.\nThe JSON-LD context that gives these names their IRIs is \`context-v1.jsonld\`, with SHA-256\n\`${contextSha256}\`.\n`,
    ...rootModels.map((model) => section(model.title, model, model.constraints)),
    ...nestedModels.map((model) => section(model.name, model, [])),
  ].join('\n');
