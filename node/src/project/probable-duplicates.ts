import type { ThingId } from '@openstraat/spec';
import { sphereDistanceMetres } from './distance.ts';
import type { PlaceSummary } from './place-summary.ts';

/** Two places that are probably one: told to the operator, never merged (PROTOCOL 3: identity). */
export interface ProbableDuplicate {
  readonly ids: readonly [ThingId, ThingId];
  readonly because: 'near' | 'same-address';
}

/** How near two places of one name are before they are probably one. */
export const duplicateDistanceMetresMax = 150;
/** Places of one name that are compared with each other: beyond it, it is the name of a chain. */
const sameNameMax = 200;

const anyName = (name: PlaceSummary['name']): string =>
  typeof name === 'string' ? name : (Object.values(name)[0] ?? '');

/** A name as it is compared: no accents, case, punctuation or spaces. */
const compareName = (name: PlaceSummary['name']): string =>
  anyName(name)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

const addressOf = (place: PlaceSummary): string | undefined =>
  place.street === undefined ? undefined : `${compareName(place.street)}|${place.postcode ?? compareName(place.town)}`;

const judge = (one: PlaceSummary, other: PlaceSummary): ProbableDuplicate['because'] | undefined => {
  const address = addressOf(one);
  if (address !== undefined && address === addressOf(other)) return 'same-address';
  // Points that only stand for a postcode or a town say nothing of how near two doors are.
  const exact = one.accuracy === 'exact' && other.accuracy === 'exact';
  return exact && sphereDistanceMetres(one, other) <= duplicateDistanceMetresMax ? 'near' : undefined;
};

/** Finds pairs with the same name that are near each other or at the same address, in order of their ids. */
export const probableDuplicates = (places: Iterable<PlaceSummary>): readonly ProbableDuplicate[] => {
  const sameName = Map.groupBy(places, ({ name }) => compareName(name));
  const found: ProbableDuplicate[] = [];
  for (const [name, group] of sameName) {
    if (name === '' || group.length > sameNameMax) continue;
    const sorted = group.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    for (const [index, one] of sorted.entries())
      for (const other of sorted.slice(index + 1)) {
        const because = judge(one, other);
        if (because !== undefined) found.push({ ids: [one.id, other.id], because });
      }
  }
  return found.toSorted((one, other) => (one.ids.join() < other.ids.join() ? -1 : 1));
};
