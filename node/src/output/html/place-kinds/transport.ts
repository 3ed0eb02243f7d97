import type { PlaceKindName } from './place-kind-name.ts';

/** What keeps people moving. */
export const transportKinds: readonly PlaceKindName[] = [
  ['shop=bicycle', 'fietsenwinkel', 'bicycle shop'],
  ['amenity=bicycle_rental', 'fietsverhuur', 'bicycle rental'],
  ['shop=car', 'autobedrijf', 'car dealer'],
  ['shop=car_repair', 'garage', 'car repair shop'],
  ['shop=car_parts', 'winkel voor auto-onderdelen', 'car parts shop'],
  ['shop=tyres', 'bandenspeciaalzaak', 'tyre shop'],
  ['shop=motorcycle', 'motorzaak', 'motorcycle shop'],
  ['amenity=fuel', 'tankstation', 'petrol station'],
];
