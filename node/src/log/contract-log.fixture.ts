import type { ThingId } from '@openstraat/spec';
import { onTestFinished } from 'vitest';
import type { ChangeLog, ChangeLogOptions, LogHead, RecordChange } from './change-log.ts';
import { changesTo, HandClock, testOrigin } from './log.fixture.ts';

/** Opens a log that holds nothing yet. */
export type OpenFresh = (options: ChangeLogOptions) => Promise<ChangeLog>;

export const durable = { durable: true };

/** An open log, its clock, and a way to write names by id as `ingest` would. */
interface ContractLog {
  readonly log: ChangeLog;
  readonly clock: HandClock;
  readonly write: (named: Record<string, string | undefined>, records?: readonly RecordChange[]) => Promise<LogHead>;
}
export type OpenContractLog = (more?: Partial<ChangeLogOptions>) => Promise<ContractLog>;

/** Makes the function that opens a log for one test, with epochs `epoch1`, `epoch2`, …, and closes it afterwards. */
export const contractLogs = (openFresh: OpenFresh): OpenContractLog => {
  return async (more = {}) => {
    const clock = new HandClock();
    let epochs = 0;
    const log = await openFresh({
      origin: testOrigin,
      clock,
      randomEpoch: () => {
        epochs += 1;
        return `epoch${epochs}`;
      },
      ...more,
    });
    onTestFinished(() => log[Symbol.asyncDispose]());
    const write = async (named: Record<string, string | undefined>, records: readonly RecordChange[] = []) =>
      log.append(
        { things: await changesTo(log, Object.entries(named) as [ThingId, string | undefined][]), records },
        durable,
      );
    return { log, clock, write };
  };
};
