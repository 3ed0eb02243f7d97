import type { Kind } from './define-kind.ts';

/** A reference of a thing that has to name a thing of the same origin (ID-014; for `source` LIC-002). */
export interface OwnReference {
  /** Where it stands in the data. */
  readonly path: readonly (string | number)[];
  readonly value: string;
  /** What it names. */
  readonly kind: Kind;
}

/** Besides `source`, which is every kind's: who names somebody else's place or product there could put things on anyone's shelves. */
const references: Readonly<Partial<Record<Kind, readonly (readonly [name: string, kind: Kind])[]>>> = {
  Source: [['place', 'Place']],
  ParcelPoint: [['containedInPlace', 'Place']],
  Offer: [
    ['itemOffered', 'Product'],
    ['availableAtOrFrom', 'Place'],
  ],
  Service: [['provider', 'Place']],
  Event: [['location', 'Place']],
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const addTo = (found: OwnReference[], path: OwnReference['path'], value: unknown, kind: Kind): void => {
  if (typeof value === 'string') found.push({ path, value, kind });
  else if (Array.isArray(value)) for (const [at, one] of value.entries()) addTo(found, [...path, at], one, kind);
};

/** Lists what a thing's data says that has to be of its own origin; values that are no text are left to the model. */
export const ownReferencesIn = (kind: Kind, data: Readonly<Record<string, unknown>>): readonly OwnReference[] => {
  const found: OwnReference[] = [];
  addTo(found, ['source'], data['source'], 'Source');
  for (const [name, named] of references[kind] ?? []) addTo(found, [name], data[name], named);
  const statements: readonly unknown[] = Array.isArray(data['statement']) ? data['statement'] : [];
  for (const [at, statement] of statements.entries())
    if (isObject(statement)) addTo(found, ['statement', at, 'source'], statement['source'], 'Source');
  return found;
};
