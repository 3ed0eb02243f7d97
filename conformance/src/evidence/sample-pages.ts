import type { Run } from '../run/run.ts';
import { evidenceLimits } from './limits.ts';
import { expandPosition } from './live/expand-position.ts';
import type { SeenPage } from './seen-page.ts';
import { askPage, isChainEnd } from './walk-chain.ts';

/** Asks a template of the description for pages at positions. */
export interface Sampling {
  readonly template: string;
  readonly origin: string;
  readonly onPage: (page: SeenPage) => void;
}

/** Reads single pages at seeded random positions between two others. */
export const readRandomPages = async (
  run: Run,
  sampling: Sampling,
  range: { readonly from: number; readonly to: number; readonly pages: number },
): Promise<void> => {
  const random = run.random('feed-positions');
  const positions = Array.from({ length: range.pages }, () => random.between(range.from, range.to));
  for (const position of positions.toSorted((left, right) => left - right)) {
    const page = await askPage(run, expandPosition(sampling.template, position), {
      origin: sampling.origin,
      reachedBy: 'template',
      passing: true,
    });
    if (!isChainEnd(page)) sampling.onPage(page);
    run.tell('walk', `at position ${position}`);
  }
};

/** Finds a position so near below the head that few pages lie above it. */
const positionNearHead = async (run: Run, sampling: Sampling, from: number, head: number): Promise<number> => {
  let low = from;
  for (let tries = 0; tries < evidenceLimits.newestTriesMax; tries++) {
    // The first page above the middle tells whether the head is near.
    const middle = low + Math.floor((head - low) / 2);
    const page = await askPage(run, expandPosition(sampling.template, middle), {
      origin: sampling.origin,
      reachedBy: 'template',
      passing: true,
    });
    if (isChainEnd(page) || page.summary.last === undefined) return low;
    if (page.summary.hasCheckpoint) return low;
    low = page.summary.last;
  }
  return low;
};

/** Reads the newest pages, up to the head. */
export const readNewestPages = async (
  run: Run,
  sampling: Sampling,
  range: { readonly from: number; readonly head: number },
  read: (start: string, pagesMax: number) => Promise<unknown>,
): Promise<void> => {
  const position = await positionNearHead(run, sampling, range.from, range.head);
  await read(expandPosition(sampling.template, position), evidenceLimits.newestPages + 1);
};
