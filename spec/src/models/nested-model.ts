import { z } from 'zod';
import { nestedModels, type ObjectModel } from './define-kind.ts';

/**
 * The model of the object that a property of range `node` holds.
 * @throws {Error} when none is defined: a fault in a model
 */
export const nestedModelOf = (property: { readonly name: string; readonly value: z.ZodType }): ObjectModel => {
  const { value } = property;
  // A property holds a clone of the model's schema, which shares its shape.
  const model = nestedModels.find(({ schema }) => value instanceof z.ZodObject && schema.shape === value.shape);
  if (model === undefined) throw new Error(`no nested model is defined for ${property.name}`);
  return model;
};
