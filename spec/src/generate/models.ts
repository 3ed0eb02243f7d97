import { type Constraint, nestedModels, type ObjectModel } from '../models/define-kind.ts';
import { kindModels } from '../models/index.ts';
import { nodeDescriptionModel } from '../models/node-description.ts';

/** A model that documents are made of at the top, with its rules over several properties. */
export interface RootModel extends ObjectModel {
  /** What people and shapes call it; on the wire it may have another name. */
  readonly title: string;
  readonly constraints: readonly Constraint[];
}

/** The kinds of things and the node's description, in the order in which they are listed. */
export const rootModels: readonly RootModel[] = [
  ...Object.values(kindModels).map((model) => ({ ...model, title: model.name })),
  { ...nodeDescriptionModel, title: 'Node', constraints: [] },
];

const repeated = nestedModels.find((model, at) => nestedModels.findIndex(({ name }) => name === model.name) !== at);
if (repeated !== undefined) throw new Error(`two nested models are named ${repeated.name}`);

/** Every model: roots first, then the objects nested in them. */
export const allModels: readonly ObjectModel[] = [...rootModels, ...nestedModels];
