import { dataHash, type ThingId } from '@openstraat/spec';
import { type ChangeLogReader, type LogEntry, originMark, type ThingChange } from './change-log.ts';
import { kindOfId } from './kind-of-id.ts';

/** A clock that tests set by hand. */
export class HandClock {
  nowMs: number;

  constructor(nowMs = Date.UTC(2026, 0, 5, 9)) {
    this.nowMs = nowMs;
  }
  now(): number {
    return this.nowMs;
  }
}

export const testOrigin = 'https://winkels.example';

/** A short text that names its own address, as stored. */
export const thingText = (id: ThingId, name: string): string => `{"id":"${originMark}${id}","name":"${name}"}`;

/** A change of a thing as `ingest` makes it: after reading its present state. */
export const changesTo = async (
  log: ChangeLogReader,
  named: readonly (readonly [ThingId, name: string | undefined])[],
): Promise<readonly ThingChange[]> => {
  const states = await log.states(named.map(([id]) => id));
  return named.map(([id, name], index) => {
    const text = name === undefined ? undefined : thingText(id, name);
    return {
      id,
      kind: kindOfId(id) ?? 'Place',
      text,
      hash: text === undefined ? undefined : dataHash(text.replaceAll(originMark, log.origin)),
      observedAt: id.startsWith('/offers/') ? '2026-01-05T09:00:00+01:00' : undefined,
      previous: states[index],
    };
  });
};

/** Reads the whole log in pages, as a projection does. */
export const walk = async (log: ChangeLogReader, pageSize = 7): Promise<readonly LogEntry[]> => {
  const entries: LogEntry[] = [];
  for (;;) {
    const page = await log.page(entries.at(-1)?.position ?? 0, pageSize);
    entries.push(...page.entries);
    if (!page.more) return entries;
  }
};
