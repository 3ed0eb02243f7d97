import type { PlaceKindName } from './place-kind-name.ts';

/** Where visitors stay. */
export const tourismKinds: readonly PlaceKindName[] = [
  ['tourism=hotel', 'hotel', 'hotel'],
  ['tourism=guest_house', 'bed and breakfast', 'bed and breakfast'],
  ['tourism=camp_site', 'camping', 'campsite'],
  ['tourism=information', 'toeristische informatie', 'tourist information'],
];
