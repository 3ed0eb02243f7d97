import type { Logger } from 'pino';
import type { NodeKeys, NodeSettings } from '../config/settings.ts';
import type { ChangeLogReader, LogHead } from '../log/change-log.ts';
import type { Clock } from '../model/clock.ts';
import type { SignedCheckpoint } from '@openstraat/spec';

/** What every output gets, and nothing else: outputs read, they never write. */
export interface OutputContext {
  readonly log: ChangeLogReader;
  readonly settings: NodeSettings;
  readonly keys: NodeKeys;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The signed checkpoint for a head; one a head, each naming the one before. */
  checkpointFor(head: LogHead): Promise<SignedCheckpoint>;
}
