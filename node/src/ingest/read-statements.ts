import type { ThingId } from '@openstraat/spec';
import type { ChangeLogReader } from '../log/change-log.ts';
import { fromStoredText } from '../log/stored-text.ts';
import type { Statement } from './choose-statement.ts';
import { ingestLimits } from './limits.ts';

/**
 * Every source's statement of a thing that several state, by source name; empty while one alone does.
 * However many there are: a statement that is not read would outlive its thing, and no longer count in the choice.
 */
export const readStatements = async (log: ChangeLogReader, id: ThingId): Promise<readonly Statement[]> => {
  const statements: Statement[] = [];
  const limit = ingestLimits.statementsAtOnce;
  for (let after = ''; ;) {
    const page = await log.records('statement', `${id}!`, { after, limit });
    for (const [key, text] of page) statements.push({ source: key.slice(id.length + 1), data: fromStoredText(text) });
    const last = page.at(-1);
    if (last === undefined || page.length < limit) return statements;
    after = last[0];
  }
};

/** The name of the source that a thing in the log says it is from. */
export const sourceOf = (data: object): string | undefined =>
  'source' in data && typeof data.source === 'string' ? data.source.replace('/sources/', '') : undefined;
