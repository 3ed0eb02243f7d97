/** A random source that gives the same numbers for the same seed on every machine (mulberry32 over an FNV-1a hash of the seed). */
export const randomFrom = (seed) => {
  let state = 2_166_136_261;
  for (const byte of new TextEncoder().encode(seed)) state = Math.imul(state ^ byte, 16_777_619);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (low, high) => low + Math.floor(next() * (high - low + 1));
  const pick = (list) => list[integer(0, list.length - 1)];
  const sample = (list, count) => {
    const rest = [...list];
    const taken = [];
    while (taken.length < count && rest.length > 0) taken.push(...rest.splice(integer(0, rest.length - 1), 1));
    return taken;
  };
  return { chance: (share) => next() < share, integer, pick, sample };
};
