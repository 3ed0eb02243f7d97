import type { ParcelPoint } from '@openstraat/spec';

/** What nobody said is taken for a locker where it stands by itself, and for a counter where it is in a shop. */
export const pointTypeOf = ({
  pointType,
  containedInPlace,
}: Pick<ParcelPoint, 'pointType' | 'containedInPlace'>): 'locker' | 'counter' =>
  pointType ?? (containedInPlace === undefined ? 'locker' : 'counter');
