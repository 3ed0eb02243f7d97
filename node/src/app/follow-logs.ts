import type { Library } from '../project/library.ts';
import type { Views } from '../project/views.ts';
import { collectGarbage } from './collect-garbage.ts';
import { holdOldGeneration } from './old-generation.ts';
import { holdYoungGeneration } from './young-generation.ts';

/** How often views look whether a log has grown. */
const lookEveryMs = 500;
/** How often memory is held back while they read. */
const holdEveryMs = 50;
/** How long they wait after a fault. */
const waitAfterFaultMs = 30_000;
/** A log of so few things is read before anybody is answered, so that a small node finds everything from the start. */
const smallLogThingsMax = 5_000;

/** Views that follow the logs for as long as somebody is answered from them. */
export interface ViewFollower extends AsyncDisposable {
  /** Starts; resolves when views can be asked, or are being built because the log is large. */
  start(): Promise<void>;
  /** After something was written to the own log: waits until it can be found, unless everything is still being read. */
  catchUp(): Promise<void>;
  /** After replicas have come, gone or changed: waits until what they hold can be found, and what is gone is not read any more. */
  catchUpWithAll(): Promise<void>;
}

/**
 * Lets views follow the logs while a node listens. The own places are few and followed at each command's end;
 * all else is followed all the time, so that what an import or another node brings is found while it comes in.
 */
export const createViewFollower = (views: Views, library: Library, onFault: (fault: unknown) => void): ViewFollower => {
  const { own } = library;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  let isStarted = false;
  let isClosed = false;

  /** What is done while memory is held back. */
  const holding = async (read: () => Promise<void>): Promise<void> => {
    const wasReady = views.search.ready;
    holdYoungGeneration();
    const hold = setInterval(holdYoungGeneration, holdEveryMs);
    try {
      await read();
    } finally {
      clearInterval(hold);
    }
    // A large index leaves as much behind as it takes.
    if (!wasReady && own.head().live > smallLogThingsMax) collectGarbage();
  };

  const look = async (): Promise<void> => {
    let waitMs = lookEveryMs;
    try {
      await views.knownPlaces.follow(library);
      if (views.search.isLate(library)) await holding(() => views.search.follow(library));
    } catch (fault) {
      waitMs = waitAfterFaultMs;
      if (!isClosed) onFault(fault);
    }
    if (isClosed) return;
    timer = setTimeout(() => {
      looking = look();
    }, waitMs).unref();
  };

  return {
    async start() {
      if (isStarted) return;
      isStarted = true;
      holdOldGeneration();
      if (own.head().live <= smallLogThingsMax) await holding(() => views.search.followOwn(library));
      looking = look();
    },
    async catchUp() {
      await views.places.follow(own);
      if (isStarted && views.search.ready) await holding(() => views.search.followOwn(library));
    },
    async catchUpWithAll() {
      if (!isStarted || isClosed) return;
      await views.knownPlaces.follow(library);
      if (views.search.isLate(library)) await holding(() => views.search.follow(library));
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
      clearTimeout(timer);
      await views[Symbol.asyncDispose]();
      await looking;
    },
  };
};
