import type { Logger } from 'pino';
import type { NodeSettings } from '../config/settings.ts';
import type { ChangeLogReader } from '../log/change-log.ts';
import type { Clock } from '../model/clock.ts';
import type { ActorKeys } from './actors/actor-keys.ts';
import type { LocalActors } from './actors/local-actor.ts';
import type { Fetcher } from './fetching/create-fetcher.ts';
import type { Followers } from './followers/follower.ts';
import type { FederationStore } from './store/open-federation-store.ts';

/** What the parts of federation that speak ActivityPub are made with. */
export interface FederationParts {
  readonly settings: NodeSettings;
  /** The node's own log. */
  readonly log: ChangeLogReader;
  readonly store: FederationStore;
  readonly keys: ActorKeys;
  readonly fetcher: Pick<Fetcher, 'get'>;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly logger: Logger;
  readonly actors: LocalActors;
  readonly followers: Followers;
}
