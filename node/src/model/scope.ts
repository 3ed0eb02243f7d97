import { type Kind, parseThingId } from '@openstraat/spec';

/** The property that names the place which a thing depends on. */
const placeProperties: Readonly<Partial<Record<Kind, string>>> = {
  Offer: 'availableAtOrFrom',
  Service: 'provider',
  Event: 'location',
  ParcelPoint: 'containedInPlace',
};

/** Stands for no place, or one of another node. */
export const noScope = '-';

/** The key of the place that a thing depends on; `noScope` for none. */
export const scopeOf = (kind: Kind, data: Readonly<Record<string, unknown>>): string => {
  const place = data[placeProperties[kind] ?? ''];
  const parsed = typeof place === 'string' ? parseThingId(place) : undefined;
  return parsed?.kind === 'Place' ? parsed.key : noScope;
};
