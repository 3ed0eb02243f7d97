import type { Logger } from 'pino';
import type { DataFolder } from '../config/data-folder.ts';
import { copyPrivateFolder } from '../config/private-file.ts';
import type { NodeKeys, NodeSettings } from '../config/settings.ts';
import type { Blocks } from '../federation/blocks/block.ts';
import { openBlocks } from '../federation/blocks/open-blocks.ts';
import { hostOfMessage } from '../federation/courier/host-of-message.ts';
import { createFetcher, type Fetcher } from '../federation/fetching/create-fetcher.ts';
import { createFollowing, type Following } from '../federation/following/create-following.ts';
import type { FollowCourier } from '../federation/following/follow-courier.ts';
import { beginUnderOrigin } from '../federation/moving/begin-under-origin.ts';
import { openReplicas } from '../federation/replica/replicas.ts';
import { backupStore } from '../federation/store/backup-store.ts';
import { type FederationStore, openFederationStore } from '../federation/store/open-federation-store.ts';
import { userAgentOf } from '../http/software.ts';
import { openReplica } from '../ingest/open-replica.ts';
import type { Clock } from '../model/clock.ts';

/** What federation is opened with. */
export interface OpenFederationOptions {
  readonly folder: DataFolder;
  readonly settings: NodeSettings;
  readonly keys: NodeKeys;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The node was under another origin when its state was written. */
  readonly isElsewhere: boolean;
  /** What ActivityPub does for following, once it is there. */
  readonly courier?: (() => FollowCourier | undefined) | undefined;
  /** The replicas, or what they hold, have changed. Resolves when views have caught up. */
  readonly onChange: () => Promise<void>;
}

/** What a node needs to speak with others: its state, its way to fetch, and whom it follows. */
export interface NodeFederation extends AsyncDisposable {
  readonly store: FederationStore;
  /** Whom it has nothing to do with. */
  readonly blocks: Blocks;
  readonly fetcher: Fetcher;
  readonly following: Following;
  /** Copies what lasts of it to the same places in a backup. */
  backup(copy: DataFolder): Promise<void>;
}

const minuteMs = 60_000;
const bytesInMebibyte = 2 ** 20;

/**
 * Opens the state of federation; nothing is fetched before `following.start`.
 * Disposing it closes the replicas: views must not read them any more.
 * @throws {Fault} `store-corrupt`, `settings-invalid`, `disk-full`, `file-unreadable`
 */
export const openFederation = async (options: OpenFederationOptions): Promise<NodeFederation> => {
  const { folder, settings, keys, clock, logger, onChange } = options;
  const { origin, language, fictional, pollMinutes, replicaMebibytesMax, allowPrivateAddress, tombstoneDays } =
    settings;
  await using opened = new AsyncDisposableStack();
  const store = opened.use(
    await openFederationStore(folder.federation, {
      clock,
      hostOf: hostOfMessage,
      onFault: (fault) => logger.error({ err: fault }, 'the federation store stands still'),
      onParked: (parked, said) => logger.warn({ ...parked, said }, 'a message was put aside'),
    }),
  );
  if (options.isElsewhere) await beginUnderOrigin(store.tables);
  const blocks = await openBlocks(store.tables);
  const fetcher = opened.use(
    createFetcher({
      allowPrivateAddress,
      isBlocked: (hostname) => blocks.isBlocked(hostname),
      userAgent: userAgentOf(origin),
      clock,
    }),
  );
  const replicas = opened.use(
    await openReplicas(
      folder.replicas,
      (path, peer) => openReplica(path, peer, clock),
      (peer, fault) => logger.warn({ peer, err: fault }, 'a replica was damaged; it is read anew from its node'),
    ),
  );
  const following = opened.use(
    await createFollowing({
      tables: store.tables,
      replicas,
      fetcher,
      clock,
      random: Math.random,
      logger,
      courier: options.courier,
      own: {
        origin,
        language,
        fictional,
        publicKeys: keys.keys.map(({ publicKeyMultibase }) => publicKeyMultibase),
      },
      plainHttp: allowPrivateAddress,
      tombstoneDays,
      limits: {
        pollMs: pollMinutes * minuteMs,
        diskBytesMax: replicaMebibytesMax * bytesInMebibyte,
      },
      onChange,
    }),
  );
  const owners = opened.move();
  return {
    store,
    blocks,
    fetcher,
    following,
    async backup(copy) {
      await backupStore(store.tables, copy.federation);
      await copyPrivateFolder(folder.actorKeys, copy.actorKeys);
    },
    [Symbol.asyncDispose]: () => owners.disposeAsync(),
  };
};
