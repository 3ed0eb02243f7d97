import { type Kind, kindModels, nestedModels, propertiesOf, type PropertyModel } from '@openstraat/spec';

type Properties = ReadonlyMap<string, PropertyModel>;

const byName = (properties: readonly PropertyModel[]): Properties =>
  new Map(properties.map((property) => [property.name, property]));

const ofKind: ReadonlyMap<Kind, Properties> = new Map(
  Object.values(kindModels).map((model): [Kind, Properties] => [model.name, byName(propertiesOf(model))]),
);
// Nested objects share names only where they mean the same.
const nested: Properties = byName(nestedModels.flatMap((model) => propertiesOf(model)));

/** The property that a path within data leads to, whatever stands within its value; undefined when the tables have none. */
export const propertyAt = (kind: Kind, steps: readonly string[]): PropertyModel | undefined => {
  let found: PropertyModel | undefined;
  for (const step of steps) {
    if (/^\d+$/.test(step)) continue;
    const property = found === undefined ? ofKind.get(kind)?.get(step) : nested.get(step);
    if (property === undefined) return found;
    found = property;
    if (property.range !== 'node') return found;
  }
  return found;
};
