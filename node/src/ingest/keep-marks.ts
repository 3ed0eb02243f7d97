import type { ChangeLog, RecordChange } from '../log/change-log.ts';
import type { Candidate } from '../model/draft.ts';
import { formatMark, markKey, parseMark } from './mark.ts';

/** Lets a run have seen what a source stated before, so that its sweep spares it. */
export const keepMarks = async (
  log: ChangeLog,
  things: readonly Pick<Candidate, 'source' | 'scope' | 'id'>[],
  run: number,
): Promise<void> => {
  const keys = things.map(({ source, scope, id }) => markKey(source, scope, id));
  const marks = await log.recordsOf(keys.map((key) => ({ table: 'mark', key })));
  const records = keys.flatMap((key, index): RecordChange[] => {
    const text = marks[index];
    if (text === undefined) return [];
    const mark = parseMark(text);
    return mark.run === run ? [] : [{ table: 'mark', key, value: formatMark({ ...mark, run }) }];
  });
  if (records.length > 0) await log.append({ things: [], records }, { durable: false });
};
