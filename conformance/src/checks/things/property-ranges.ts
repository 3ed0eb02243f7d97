import {
  type Kind,
  kindModels,
  nestedModels,
  type ObjectModel,
  propertiesOf,
  type PropertyModel,
} from '@openstraat/spec';

type Properties = ReadonlyMap<string, PropertyModel>;

const byName = (model: ObjectModel): Properties =>
  new Map(propertiesOf(model).map((property) => [property.name, property]));

const ofKind: ReadonlyMap<Kind, Properties> = new Map(
  Object.values(kindModels).map((model): [Kind, Properties] => [model.name, byName(model)]),
);
/** By the shape of the nested object, which a property's schema shares with its model. */
const ofShape: ReadonlyMap<unknown, Properties> = new Map(
  nestedModels.map((model): [unknown, Properties] => [model.schema.shape, byName(model)]),
);

const within = ({ value }: PropertyModel): Properties | undefined =>
  'shape' in value ? ofShape.get(value.shape) : undefined;

/** The property that a path within data leads to, whatever stands within its value; undefined when the tables have none. */
export const propertyAt = (kind: Kind, steps: readonly string[]): PropertyModel | undefined => {
  let found: PropertyModel | undefined;
  for (const step of steps) {
    if (/^\d+$/.test(step)) continue;
    const property = (found === undefined ? ofKind.get(kind) : within(found))?.get(step);
    if (property === undefined) return found;
    found = property;
  }
  return found;
};
