import type { Draft, DraftData } from '../../model/draft.ts';

/** Finds a point for a postcode. */
export type Locate = (postcode: string) => { readonly latitude: number; readonly longitude: number } | undefined;

/** Postcodes as they compare: no spaces, upper case. */
export const normalisePostcode = (postcode: string): string => postcode.replaceAll(/\s/g, '').toUpperCase();

const objectAt = (data: DraftData, name: string): Readonly<Record<string, unknown>> | undefined => {
  const value = data[name];
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
};

/** The postcode in a draft's address. */
export const postcodeOf = (data: DraftData): string | undefined => {
  const postcode = objectAt(data, 'address')?.['postalCode'];
  return typeof postcode === 'string' ? normalisePostcode(postcode) : undefined;
};

/** The draft's own point, when it is exact. */
export const exactPoint = (data: DraftData): { readonly latitude: number; readonly longitude: number } | undefined => {
  const geo = objectAt(data, 'geo');
  const latitude = geo?.['latitude'];
  const longitude = geo?.['longitude'];
  return geo?.['accuracy'] === 'exact' && typeof latitude === 'number' && typeof longitude === 'number'
    ? { latitude, longitude }
    : undefined;
};

/** Does this draft wait for a point? */
export const needsPoint = (draft: Draft): boolean => {
  if ('whole' in draft) return false;
  if (draft.kind === 'Place') return draft.data['geo'] === undefined;
  return (
    draft.kind === 'ParcelPoint' && draft.data['geo'] === undefined && draft.data['containedInPlace'] === undefined
  );
};

/** The draft with the point of its postcode: the gazetteer first, then what other places say. */
export const withPoint = (draft: Draft, sources: readonly Locate[]): Draft | undefined => {
  if ('whole' in draft || draft.kind === 'Product' || draft.kind === 'Offer') return draft;
  const postcode = postcodeOf(draft.data);
  if (postcode === undefined) return undefined;
  for (const locate of sources) {
    const point = locate(postcode);
    if (point === undefined) continue;
    const geo = { type: 'GeoCoordinates', latitude: point.latitude, longitude: point.longitude, accuracy: 'postcode' };
    return { ...draft, data: { ...draft.data, geo } };
  }
  return undefined;
};
