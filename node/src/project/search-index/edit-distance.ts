/**
 * How many letters must be put in, left out, replaced or swapped with their neighbour to make one word of another
 * (Damerau-Levenshtein, each letter touched once). Only the band that can stay within `max` is reckoned.
 * @returns the distance, or `max + 1` for anything farther
 */
export const editDistance = (one: string, other: string, max: number): number => {
  if (Math.abs(one.length - other.length) > max) return max + 1;
  const far = max + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => Math.min(column, far));
  for (let row = 1; row <= one.length; row++) {
    const current: number[] = Array.from({ length: other.length + 1 }, () => far);
    if (row <= max) current[0] = row;
    let least = current[0] ?? far;
    const letter = one.charCodeAt(row - 1);
    const to = Math.min(other.length, row + max);
    for (let column = Math.max(1, row - max); column <= to; column++) {
      const same = letter === other.charCodeAt(column - 1);
      let distance = Math.min(
        (last[column - 1] ?? far) + (same ? 0 : 1),
        (last[column] ?? far) + 1,
        (current[column - 1] ?? far) + 1,
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        letter === other.charCodeAt(column - 2) &&
        one.charCodeAt(row - 2) === other.charCodeAt(column - 1);
      if (swapped) distance = Math.min(distance, (beforeLast[column - 2] ?? far) + 1);
      current[column] = Math.min(distance, far);
      least = Math.min(least, distance);
    }
    // A swap reaches back two rows, so one row beyond the limit is not the end yet.
    if (least > max && Math.min(...last) > max) return far;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[other.length] ?? far, far);
};
