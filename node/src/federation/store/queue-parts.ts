import type { Turns } from '../../log/turns.ts';
import type { Clock } from '../../model/clock.ts';
import type { Fault } from '../../model/fault.ts';
import type { QueueLimits } from '../limits.ts';
import type { HostOf } from './message-supply.ts';
import type { ParkedMessage, QueueTables } from './queue-tables.ts';
import type { StoreDatabase } from './store-database.ts';

/** What a queue is made of. */
export interface QueueParts {
  readonly tables: QueueTables;
  readonly database: StoreDatabase;
  readonly clock: Clock;
  readonly limits: QueueLimits;
  /** Who has a share of the handlers. */
  readonly hostOf: HostOf;
  /** What may have ended the process goes alone, one at a time over all queues. */
  readonly alone: Turns;
  /** `said`: what the last attempt said. */
  readonly onParked: (parked: ParkedMessage, said: string) => void;
  readonly onFault: (fault: Fault) => void;
}
