import geodesic from 'geographiclib-geodesic';

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Metres along the shortest line over the WGS84 ellipsoid. */
export const distanceMetres = (from: Point, to: Point): number =>
  geodesic.Geodesic.WGS84.Inverse(from.latitude, from.longitude, to.latitude, to.longitude).s12 ?? Number.NaN;
