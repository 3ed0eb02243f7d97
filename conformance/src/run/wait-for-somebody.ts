import { setTimeout as sleep } from 'node:timers/promises';
import { description } from '../evidence/description.ts';
import { headPosition } from '../evidence/head-position.ts';
import { thingDocuments } from '../evidence/thing-documents.ts';
import type { Progress } from './progress.ts';
import type { Run } from './run.ts';
import { changeWanted, waitedWords, waitForChange } from './wait-for-change.ts';

/** Asks for a change, and waits for it. @returns what the report says of it; undefined where nobody waited */
export const waitForSomebody = async (
  run: Run,
  waitMs: number,
  onProgress: (progress: Progress) => void,
): Promise<string | undefined> => {
  // Of a publisher that does not answer nothing comes.
  if (waitMs === 0 || !(await run.gather(description)).available) return undefined;
  const { signal } = run;
  const documents = await run.gather(thingDocuments);
  const things = documents.available ? documents.value.things.values() : [].values();
  const words = changeWanted(things.find(({ kind }) => kind === 'Offer')?.id);
  const waited = await waitForChange(waitMs, {
    readHead: () => headPosition(run),
    // It ends early with the run.
    pause: (ms) => sleep(ms, undefined, { signal }).catch(() => {}),
    tell: (remainingMs) => onProgress({ step: 'waiting', words, remainingMs }),
    signal,
  });
  return waitedWords(waited, waitMs);
};
