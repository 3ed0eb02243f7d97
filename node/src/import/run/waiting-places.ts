import type { Draft } from '../../model/draft.ts';
import { hasError } from '../../model/issue.ts';
import type { Row } from '../format.ts';
import { reportRun } from '../issue-codes/run.ts';
import { importLimits } from '../limits.ts';
import { onlyNamed } from '../only-named.ts';
import { exactPoint, type Locate, needsPoint, postcodeOf, withPoint } from './locate.ts';

/** Where postcodes are: the operator's gazetteer, then places that are known already. */
export interface LocateTools {
  readonly gazetteer: Locate;
  readonly otherPlaces: Locate;
}

/** Rows whose places have no coordinates wait until the whole file has been read: another row may have the postcode. */
export interface WaitingPlaces {
  /** Takes note of a row. @returns the row to go on with, or undefined while it waits */
  take(row: Row): Row | undefined;
  /** The rows that waited, located or refused. */
  located(): readonly Row[];
}

const refused = (row: Row, code: 'place-not-located' | 'too-many-waiting'): Row => {
  const value = row.drafts.map((draft) => ('whole' in draft ? undefined : postcodeOf(draft.data))).find(Boolean);
  return {
    ...row,
    drafts: onlyNamed(row.drafts),
    issues: [...row.issues, reportRun(code, { line: row.line, field: 'postcode', value })],
  };
};

export const createWaitingPlaces = (tools: LocateTools): WaitingPlaces => {
  const points = new Map<string, { readonly latitude: number; readonly longitude: number; readonly key: string }>();
  const waiting: Row[] = [];

  const learnPoint = (draft: Draft): void => {
    if ('whole' in draft || draft.kind !== 'Place') return;
    const point = exactPoint(draft.data);
    const postcode = postcodeOf(draft.data);
    if (point === undefined || postcode === undefined) return;
    const known = points.get(postcode);
    // The smallest key wins, so that the order of rows does not matter.
    if (known === undefined || draft.key < known.key) points.set(postcode, { ...point, key: draft.key });
  };

  const locate = (row: Row): Row => {
    const sources = [tools.gazetteer, (postcode: string) => points.get(postcode), tools.otherPlaces];
    const drafts: Draft[] = [];
    for (const draft of row.drafts) {
      const located = needsPoint(draft) ? withPoint(draft, sources) : draft;
      if (located === undefined) return refused(row, 'place-not-located');
      drafts.push(located);
    }
    return { ...row, drafts };
  };

  return {
    take(row) {
      for (const draft of row.drafts) learnPoint(draft);
      if (hasError(row.issues) || !row.drafts.some(needsPoint)) return row;
      if (waiting.length >= importLimits.waitingPlacesMax) return refused(row, 'too-many-waiting');
      waiting.push(row);
      return undefined;
    },
    located: () => waiting.map(locate),
  };
};
