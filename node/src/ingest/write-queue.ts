/** What a piece of work touches, by names of its own choice. */
export interface Touches {
  /** It writes these, and may read them before. */
  readonly writes: ReadonlySet<string>;
  /** It only reads these. */
  readonly reads: ReadonlySet<string>;
}

/** Runs work one at a time, in the order of the calls; one that fails does not stop the next. */
export interface WriteQueue {
  /** Runs work that may read and write anything. */
  take<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Runs work that can be prepared by reading alone. That happens at once, while work ahead still waits for the disk, if none of it writes what is read here;
   * else in its turn. `work` itself always waits for its turn.
   */
  takePrepared<P, T>(touches: Touches, prepare: () => Promise<P>, work: (prepared: P) => Promise<T>): Promise<T>;
}

/** Every name is written by work of which nothing is known. */
type Writes = ReadonlySet<string> | 'anything';

const shareAny = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => {
  for (const name of one) if (other.has(name)) return true;
  return false;
};

const meets = (ahead: Writes, { writes, reads }: Touches): boolean =>
  ahead === 'anything' || shareAny(reads, ahead) || shareAny(writes, ahead);

export const createWriteQueue = (): WriteQueue => {
  let last: Promise<unknown> = Promise.resolve();
  /** What the work that has not ended yet writes. */
  const unfinished = new Set<{ readonly writes: Writes }>();

  const enter = async <T>(writes: Writes, work: () => Promise<T>): Promise<T> => {
    const entry = { writes };
    unfinished.add(entry);
    const before = last;
    const result = (async () => {
      await before;
      try {
        return await work();
      } finally {
        unfinished.delete(entry);
      }
    })();
    last = result.catch(() => undefined);
    return result;
  };

  return {
    take: (work) => enter('anything', work),
    takePrepared(touches, prepare, work) {
      const { writes } = touches;
      if (unfinished.values().some((ahead) => meets(ahead.writes, touches)))
        return enter(writes, async () => work(await prepare()));
      const prepared = prepare();
      // Its fault is met when it is waited for; until then it must not count as unhandled.
      prepared.catch(() => undefined);
      return enter(writes, async () => work(await prepared));
    },
  };
};
