/** What was worked out before; `undefined` is not kept. */
export interface Cache<Key, Value> {
  /** The value of a key, worked out where it is not kept. */
  of(key: Key, work: (key: Key) => Value): Value;
}

/** Makes a cache that keeps so many values, and forgets all when one more comes. */
export const createCache = <Key, Value>(max: number): Cache<Key, Value> => {
  const known = new Map<Key, Value>();
  return {
    of(key, work) {
      const before = known.get(key);
      if (before !== undefined) return before;
      const value = work(key);
      if (known.size >= max) known.clear();
      known.set(key, value);
      return value;
    },
  };
};
