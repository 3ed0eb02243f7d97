/** A point on WGS84, in degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const equatorMetres = 6_378_137;
const flattening = 1 / 298.257_223_563;
const poleMetres = equatorMetres * (1 - flattening);
const eccentricitySquared = flattening * (2 - flattening);
const radiansPerDegree = Math.PI / 180;
/** Steps of Vincenty's iteration; points that are not nearly opposite each other need three. */
const stepsMax = 20;
const convergedRadians = 1e-12;
/** The quick formula holds up to here: farther north, or wider, meridians are not parallel enough. */
const quickLatitudeMax = 70;
const quickDegreesMax = 4;

/** The difference of two longitudes, from -180 to 180 degrees. */
const degreesBetween = (from: number, to: number): number => {
  const difference = to - from;
  return difference > 180 ? difference - 360 : difference < -180 ? difference + 360 : difference;
};

/** Great-circle distance on a sphere, for points that lie nearly opposite each other: within 0.6%. */
const sphereMetres = (from: Point, to: Point): number => {
  const half = (degrees: number): number => Math.sin((degrees * radiansPerDegree) / 2) ** 2;
  const chord =
    half(to.latitude - from.latitude) +
    Math.cos(from.latitude * radiansPerDegree) *
      Math.cos(to.latitude * radiansPerDegree) *
      half(degreesBetween(from.longitude, to.longitude));
  return ((2 * equatorMetres + poleMetres) / 3) * 2 * Math.asin(Math.sqrt(Math.min(1, chord)));
};

/**
 * Geodesic distance on WGS84 in metres, by Vincenty's inverse formula: to a millimetre.
 * Points nearly opposite each other, for which it does not converge, get the distance on a sphere.
 */
export const geodesicMetres = (from: Point, to: Point): number => {
  const [tanFrom, tanTo] = [from, to].map(
    ({ latitude }) => (1 - flattening) * Math.tan(latitude * radiansPerDegree),
  ) as [number, number];
  const cosFrom = 1 / Math.sqrt(1 + tanFrom ** 2);
  const cosTo = 1 / Math.sqrt(1 + tanTo ** 2);
  const sinFrom = tanFrom * cosFrom;
  const sinTo = tanTo * cosTo;
  const longitudes = degreesBetween(from.longitude, to.longitude) * radiansPerDegree;
  let lambda = longitudes;
  for (let step = 0; step < stepsMax; step++) {
    const sinLambda = Math.sin(lambda);
    const cosLambda = Math.cos(lambda);
    const sinSigma = Math.hypot(cosTo * sinLambda, cosFrom * sinTo - sinFrom * cosTo * cosLambda);
    if (sinSigma === 0) return 0;
    const cosSigma = sinFrom * sinTo + cosFrom * cosTo * cosLambda;
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (cosFrom * cosTo * sinLambda) / sinSigma;
    const cosSqAlpha = 1 - sinAlpha ** 2;
    // Along the equator there is no middle latitude.
    const cosMiddle = cosSqAlpha < 1e-12 ? 0 : cosSigma - (2 * sinFrom * sinTo) / cosSqAlpha;
    const c = (flattening / 16) * cosSqAlpha * (4 + flattening * (4 - 3 * cosSqAlpha));
    const before = lambda;
    lambda =
      longitudes +
      (1 - c) * flattening * sinAlpha * (sigma + c * sinSigma * (cosMiddle + c * cosSigma * (-1 + 2 * cosMiddle ** 2)));
    if (Math.abs(lambda - before) > convergedRadians) continue;
    const uSquared = (cosSqAlpha * (equatorMetres ** 2 - poleMetres ** 2)) / poleMetres ** 2;
    const a = 1 + (uSquared / 16_384) * (4_096 + uSquared * (-768 + uSquared * (320 - 175 * uSquared)));
    const b = (uSquared / 1_024) * (256 + uSquared * (-128 + uSquared * (74 - 47 * uSquared)));
    const correction =
      b *
      sinSigma *
      (cosMiddle +
        (b / 4) *
          (cosSigma * (-1 + 2 * cosMiddle ** 2) -
            (b / 6) * cosMiddle * (-3 + 4 * sinSigma ** 2) * (-3 + 4 * cosMiddle ** 2)));
    return poleMetres * a * (sigma - correction);
  }
  return sphereMetres(from, to);
};

/** How far the quick distance may be off, as a share of it. */
const quickErrorShare = 0.001;

/** Distances from one point, for thousands of others: quick where that is good enough, exact where a radius is near. */
export interface DistancesFrom {
  /** Metres to a point; Infinity when it is beyond `reachMetres`. */
  metresTo(latitude: number, longitude: number): number;
}

/**
 * Measures from one point with the formula of the middle latitude: within 0.1% of the geodesic, and exact within 0.5% of a boundary.
 * @param boundariesMetres radii at which it must be right which side a point is on; nothing beyond the largest is measured
 */
export const distancesFrom = (from: Point, boundariesMetres: readonly number[]): DistancesFrom => {
  const reachMetres = Math.max(...boundariesMetres);
  // A degree of latitude is never shorter than this.
  const reachDegrees = reachMetres / 110_574;
  const nearBoundary = (metres: number): boolean =>
    boundariesMetres.some((boundary) => Math.abs(metres - boundary) <= boundary * 5 * quickErrorShare);
  return {
    metresTo(latitude, longitude) {
      const northDegrees = latitude - from.latitude;
      if (northDegrees > reachDegrees || northDegrees < -reachDegrees) return Infinity;
      const eastDegrees = degreesBetween(from.longitude, longitude);
      const middle = (latitude + from.latitude) / 2;
      const isQuick =
        Math.abs(middle) <= quickLatitudeMax &&
        Math.abs(northDegrees) <= quickDegreesMax &&
        Math.abs(eastDegrees) <= quickDegreesMax;
      let metres: number;
      if (isQuick) {
        const cosMiddle = Math.cos(middle * radiansPerDegree);
        const w = 1 - eccentricitySquared * (1 - cosMiddle * cosMiddle);
        const across = equatorMetres / Math.sqrt(w);
        const north = ((across * (1 - eccentricitySquared)) / w) * northDegrees * radiansPerDegree;
        const east = across * cosMiddle * eastDegrees * radiansPerDegree;
        metres = Math.sqrt(north * north + east * east);
        if (nearBoundary(metres)) metres = geodesicMetres(from, { latitude, longitude });
      } else metres = geodesicMetres(from, { latitude, longitude });
      return metres > reachMetres ? Infinity : metres;
    },
  };
};
