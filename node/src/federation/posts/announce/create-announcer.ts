import { Turns } from '../../../log/turns.ts';
import type { AnnounceParts } from './announce-parts.ts';
import { announceTimes } from './limits.ts';
import { mendNotes } from './mend-notes.ts';
import { noticeChanges } from './notice-changes.ts';
import { tellNews } from './tell-news.ts';

/** Turns what is new at places into posts of their actors. */
export interface Announcer extends AsyncDisposable {
  start(): void;
  /** Looks at the log now, and tells what is due. */
  look(): Promise<void>;
}

/** Makes the announcer of a node. It keeps where it is in the store, so a restart tells nothing twice and misses nothing. */
export const createAnnouncer = (parts: AnnounceParts): Announcer => {
  const turns = new Turns();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const look = (): Promise<void> =>
    turns.take(async () => {
      if (isClosed) return;
      await noticeChanges(parts);
      await tellNews(parts);
      await mendNotes(parts);
    });

  const run = (): void => {
    void look()
      .catch((error: unknown) => {
        if (!isClosed) parts.onError(error);
      })
      .then(() => {
        if (!isClosed) timer = setTimeout(run, announceTimes.lookMs).unref();
      });
  };

  return {
    start() {
      if (timer === undefined && !isClosed) {
        // Taken at once, so that a second start begins no second round.
        timer = setTimeout(run, 0).unref();
      }
    },
    look,
    async [Symbol.asyncDispose]() {
      isClosed = true;
      clearTimeout(timer);
      await turns.take(() => Promise.resolve());
    },
  };
};
