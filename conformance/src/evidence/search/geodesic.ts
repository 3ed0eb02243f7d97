import geodesic from 'geographiclib-geodesic';
import type { StatedPoint } from './thing-values.ts';

/** Metres along the shortest line over the WGS84 ellipsoid (Karney's algorithm). */
export const geodesicMetres = (from: StatedPoint, to: StatedPoint): number =>
  geodesic.Geodesic.WGS84.Inverse(from.latitude, from.longitude, to.latitude, to.longitude).s12 ?? Number.NaN;
