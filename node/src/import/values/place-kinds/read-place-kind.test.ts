import { kindModels, placeTypes } from '@openstraat/spec';
import { describe, expect, test } from 'vitest';
import { placeKindsByWord, readPlaceKind } from './read-place-kind.ts';

describe('readPlaceKind', () => {
  test.each([
    ['fietsenwinkel', 'shop=bicycle', 'BicycleStore'],
    ['Fietsenmaker', 'shop=bicycle', 'BicycleStore'],
    ['bakker', 'shop=bakery', 'Bakery'],
    ['Bakkerijen', 'shop=bakery', 'Bakery'],
    ['drogist', 'shop=chemist', 'Store'],
    ['apotheek', 'amenity=pharmacy', 'Pharmacy'],
    ['BOEKHANDEL', 'shop=books', 'BookStore'],
    ['café', 'amenity=cafe', 'CafeOrCoffeeShop'],
    ['cafe', 'amenity=cafe', 'CafeOrCoffeeShop'],
    ['museum', 'tourism=museum', 'Museum'],
    ['weekmarkt', 'amenity=marketplace', 'LocalBusiness'],
    ['pakketpunt', 'amenity=post_depot', 'LocalBusiness'],
    ['reparatieservice', 'shop=repair', 'LocalBusiness'],
    ['Bäckerei', 'shop=bakery', 'Bakery'],
    ['librairie', 'shop=books', 'BookStore'],
    ['bakery', 'shop=bakery', 'Bakery'],
    ['bakkerij & lunchroom', 'shop=bakery', 'Bakery'],
    ['biologische slager', 'shop=butcher', 'GroceryStore'],
    ['doe-het-zelf', 'shop=doityourself', 'HardwareStore'],
    // Tags of OpenStreetMap, known and not
    ['shop=bicycle', 'shop=bicycle', 'BicycleStore'],
    ['amenity: cafe', 'amenity=cafe', 'CafeOrCoffeeShop'],
    ['shop=hifi', 'shop=hifi', 'Store'],
    ['craft=bookbinder', 'craft=bookbinder', 'LocalBusiness'],
    ['building=yes', undefined, undefined],
    ['kwantumcomputerij', undefined, undefined],
    ['', undefined, undefined],
    ['constructor', undefined, undefined],
  ])('%s', (raw, placeKind, type) => {
    expect(readPlaceKind(raw)).toEqual(placeKind === undefined ? undefined : { placeKind, type });
  });

  test('every kind has a tag and a type that places may carry', () => {
    expect(placeKindsByWord.size).toBeGreaterThan(500);
    for (const { placeKind, type } of placeKindsByWord.values()) {
      expect(kindModels.Place.schema.shape.placeKind.safeParse(placeKind).success).toBe(true);
      expect(Object.hasOwn(placeTypes, type ?? '')).toBe(true);
    }
  });
});
