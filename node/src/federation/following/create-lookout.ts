import type { Logger } from 'pino';
import type { Clock } from '../../model/clock.ts';
import type { PeerPuller } from './peer-puller.ts';

/** What looking at the clock needs. */
export interface LookoutTools {
  readonly pullers: ReadonlyMap<string, PeerPuller>;
  /** What is to be done before feeds are looked at. */
  readonly before: () => Promise<void>;
  readonly clock: Clock;
  /** Between two looks. */
  readonly lookMs: number;
  readonly logger: Pick<Logger, 'error'>;
}

/** Looks now and then which feeds are due, and has them pulled. */
export interface Lookout {
  /** Whether feeds are pulled when they are due. */
  readonly isWatching: boolean;
  /** From now on feeds are pulled when they are due. */
  start(): void;
  /** Looks at once, and waits for nothing. */
  lookSoon(): void;
  /** Looks at once. Resolves when what was due is pulled. */
  look(): Promise<void>;
  /** Whether no pull is due, or runs. */
  isQuiet(): boolean;
  /** Nothing is due any more. */
  stop(): void;
}

/** Makes what looks which feeds are due. */
export const createLookout = ({ pullers, before, clock, lookMs, logger }: LookoutTools): Lookout => {
  let state: 'new' | 'watching' | 'stopped' = 'new';
  let looking: NodeJS.Timeout | undefined;

  const dueNow = (): readonly PeerPuller[] => {
    const nowMs = clock.now();
    return state === 'watching'
      ? [...pullers.values()].filter(({ isBusy, isStopped, dueAtMs }) => !isBusy && !isStopped && dueAtMs <= nowMs)
      : [];
  };

  const look = async (): Promise<void> => {
    await before();
    await Promise.all(dueNow().map((puller) => puller.pull()));
  };

  const lookSoon = (): void =>
    void look().catch((error: unknown) => logger.error({ err: error }, 'what is followed could not be looked at'));

  return {
    get isWatching() {
      return state === 'watching';
    },
    start() {
      if (state !== 'new') return;
      state = 'watching';
      looking = setInterval(lookSoon, lookMs).unref();
      lookSoon();
    },
    lookSoon,
    look,
    isQuiet: () => dueNow().length === 0 && !pullers.values().some(({ isBusy }) => isBusy),
    stop() {
      state = 'stopped';
      clearInterval(looking);
    },
  };
};
