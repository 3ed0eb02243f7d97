import type { Logger } from 'pino';
import type { NodeKeys, NodeSettings } from '../config/settings.ts';
import type { ChangeLogReader, LogHead } from '../log/change-log.ts';
import type { Clock } from '../model/clock.ts';
import type { Library } from '../project/library.ts';
import type { Neighbours } from './neighbours.ts';
import type { News } from './news.ts';
import type { RemoteFollow } from './remote-follow.ts';
import type { Whereabouts } from './whereabouts.ts';
import type { SignedCheckpoint } from '@openstraat/spec';

/** What every output gets, and nothing else: outputs read, they never write. */
export interface OutputContext {
  /** The node's own log: what it publishes. */
  readonly log: ChangeLogReader;
  /** The same with what other nodes have, for pages that show it as theirs. */
  readonly library: Library;
  readonly neighbours: Neighbours;
  /** Where the node is; one that never moved when absent. */
  readonly whereabouts?: Whereabouts | undefined;
  /** How people follow places; absent where no actor speaks for any. */
  readonly remoteFollow?: RemoteFollow | undefined;
  /** What actors say; absent where none speaks. */
  readonly news?: News | undefined;
  readonly settings: NodeSettings;
  readonly keys: NodeKeys;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The signed checkpoint for a head; one a head, each naming the one before. */
  checkpointFor(head: LogHead): Promise<SignedCheckpoint>;
}
