import { type Thing, thingQuads } from '@openstraat/spec';
import type { ChangeLogReader, LogEntry } from '../../log/change-log.ts';
import { fromStoredText, withOrigin } from '../../log/stored-text.ts';

/** How things are written out. */
export type ExportFormat = 'ndjson' | 'nquads';

/** Own addresses stay paths, so that the file can be imported under any origin. */
const ndjsonLine = (text: string): string => `${JSON.stringify(fromStoredText(text))}\n`;

const nquadsLines = (text: string, origin: string, entry: LogEntry): string =>
  thingQuads(JSON.parse(withOrigin(text, origin)) as Thing, undefined, `e${entry.position}b`);

/** Everything that is live in the log at the instant at which it is asked for, some hundred things at a time. */
export async function* exportThings(
  log: ChangeLogReader,
  format: ExportFormat,
): AsyncGenerator<{ readonly text: string; readonly things: number }> {
  for await (const entries of log.entries()) {
    let text = '';
    let things = 0;
    for (const entry of entries) {
      if (entry.text === undefined) continue;
      text += format === 'ndjson' ? ndjsonLine(entry.text) : nquadsLines(entry.text, log.origin, entry);
      things += 1;
    }
    if (things > 0) yield { text, things };
  }
}
