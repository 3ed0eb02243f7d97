import type { ChangeLogReader } from '../log/change-log.ts';
import type { Views } from '../project/views.ts';
import { collectGarbage } from './collect-garbage.ts';
import { holdOldGeneration } from './old-generation.ts';
import { holdYoungGeneration } from './young-generation.ts';

/** How often views look whether the log has grown while a command writes to it. */
const lookEveryMs = 500;
/** How often memory is held back while they read. */
const holdEveryMs = 50;
/** How long they wait after a fault. */
const waitAfterFaultMs = 30_000;
/** A log of so few things is read before anybody is answered, so that a small node finds everything from the start. */
const smallLogThingsMax = 5_000;

/** Views that follow the log for as long as somebody is answered from them. */
export interface Following extends AsyncDisposable {
  /** Starts; resolves when views can be asked, or are being built because the log is large. */
  start(): Promise<void>;
  /** After something was written: waits until it can be found, unless everything is still being read. */
  catchUp(): Promise<void>;
}

/**
 * Lets views follow the log while a node listens. The place index is small and follows at each command's end;
 * the search index follows all the time, so that what an import brings is found while it runs.
 */
export const createFollowing = (views: Views, log: ChangeLogReader, onFault: (fault: unknown) => void): Following => {
  let timer: NodeJS.Timeout | undefined;
  let isStarted = false;
  let isClosed = false;

  const follow = async (): Promise<void> => {
    const wasReady = views.search.ready;
    holdYoungGeneration();
    const holding = setInterval(holdYoungGeneration, holdEveryMs);
    try {
      await views.search.follow(log);
    } finally {
      clearInterval(holding);
    }
    // A large index leaves as much behind as it takes.
    if (!wasReady && log.head().live > smallLogThingsMax) collectGarbage();
  };

  const look = async (): Promise<void> => {
    let waitMs = lookEveryMs;
    try {
      const { epoch, position } = log.head();
      if (position !== views.search.position || epoch !== views.search.epoch) await follow();
    } catch (fault) {
      waitMs = waitAfterFaultMs;
      if (!isClosed) onFault(fault);
    }
    if (isClosed) return;
    timer = setTimeout(() => void look(), waitMs);
    timer.unref();
  };

  return {
    async start() {
      if (isStarted) return;
      isStarted = true;
      holdOldGeneration();
      if (log.head().live <= smallLogThingsMax) await follow();
      void look();
    },
    async catchUp() {
      await views.places.follow(log);
      if (isStarted && views.search.ready) await follow();
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
      clearTimeout(timer);
      await views[Symbol.asyncDispose]();
    },
  };
};
