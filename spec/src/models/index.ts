import { z } from 'zod';
import { areaModel } from './area.ts';
import { type Kind, type KindModel, nestedModels } from './define-kind.ts';
import { eventModel } from './event.ts';
import { offerModel } from './offer.ts';
import { parcelPointModel } from './parcel-point.ts';
import { placeModel } from './place.ts';
import { productModel } from './product.ts';
import { serviceModel } from './service.ts';
import { type PropertyMeta, propertyRegistry } from './property.ts';
import { sourceModel } from './source.ts';

/** The model of each kind, by its name. */
export const kindModels = {
  Source: sourceModel,
  Area: areaModel,
  Place: placeModel,
  ParcelPoint: parcelPointModel,
  Product: productModel,
  Offer: offerModel,
  Service: serviceModel,
  Event: eventModel,
} as const satisfies Record<Kind, KindModel>;

export type Source = z.infer<typeof sourceModel.schema>;
export type Area = z.infer<typeof areaModel.schema>;
export type Place = z.infer<typeof placeModel.schema>;
export type ParcelPoint = z.infer<typeof parcelPointModel.schema>;
export type Product = z.infer<typeof productModel.schema>;
export type Offer = z.infer<typeof offerModel.schema>;
export type Service = z.infer<typeof serviceModel.schema>;
export type Event = z.infer<typeof eventModel.schema>;

/** The data of a thing, by the name of its kind. */
export interface ThingData {
  Source: Source;
  Area: Area;
  Place: Place;
  ParcelPoint: ParcelPoint;
  Product: Product;
  Offer: Offer;
  Service: Service;
  Event: Event;
}
export type Thing = ThingData[Kind];

/** A property of a model: its wire name, what it means, and whether it must and may occur more than once. */
export interface PropertyModel extends PropertyMeta {
  readonly name: string;
  readonly required: boolean;
  readonly several: boolean;
  /** The Zod schema of one value. */
  readonly value: z.ZodType;
}

const readProperty = (name: string, schema: z.core.$ZodType): PropertyModel | undefined => {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  const value = inner instanceof z.ZodArray ? inner.element : inner;
  const meta = propertyRegistry.get(value as z.ZodType);
  if (meta === undefined) return undefined;
  return {
    ...meta,
    name,
    required: !(schema instanceof z.ZodOptional),
    several: inner instanceof z.ZodArray,
    value: value as z.ZodType,
  };
};

/** The properties of a model, in its own order; `id` and `type` are not among them. */
export const propertiesOf = (model: { readonly schema: z.ZodObject }): readonly PropertyModel[] =>
  Object.entries(model.schema.shape).flatMap(([name, schema]) => readProperty(name, schema) ?? []);

/** The wire names whose values are addresses: own ones may stand as paths until the origin is put before them. */
export const iriPropertyNames: ReadonlySet<string> = new Set([
  'id',
  ...[...Object.values(kindModels), ...nestedModels].flatMap((model) =>
    propertiesOf(model).flatMap(({ name, range }) => (range === 'iri' ? [name] : [])),
  ),
]);
