import type { GeoAccuracy, Place, ThingId } from '@openstraat/spec';

/** What lists, maps and look-ups need of a place. */
export interface PlaceSummary {
  readonly id: ThingId;
  /** As stated: one text, or one a language. */
  readonly name: Place['name'];
  /** Tag of OpenStreetMap: `shop=bicycle`. */
  readonly kind: string;
  readonly street: string | undefined;
  readonly town: string;
  /** Upper case, without spaces. */
  readonly postcode: string | undefined;
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracy: GeoAccuracy;
  /** As stated; `unknown` where nobody has said. */
  readonly openingHours: string;
}

/** A postcode as it is compared: upper case, without spaces. */
export const normalisePostcode = (postcode: string): string => postcode.replaceAll(/\s/g, '').toUpperCase();

/** Takes from a place what lists, maps and look-ups need. */
export const summarisePlace = (id: ThingId, place: Place): PlaceSummary => ({
  id,
  name: place.name,
  kind: place.placeKind,
  street: place.address.streetAddress,
  town: place.address.addressLocality,
  postcode: place.address.postalCode === undefined ? undefined : normalisePostcode(place.address.postalCode),
  latitude: place.geo.latitude,
  longitude: place.geo.longitude,
  accuracy: place.geo.accuracy,
  openingHours: place.openingHours,
});
