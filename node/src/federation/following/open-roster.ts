import type { Logger } from 'pino';
import { Turns } from '../../log/turns.ts';
import { Fault } from '../../model/fault.ts';
import type { FollowedNode } from '../../model/followed-node.ts';
import { HostGates } from '../fetching/host-gates.ts';
import type { FoundNode } from './find-node.ts';
import type { FollowedTable } from './followed-table.ts';
import { PeerPuller, type PullerTools } from './peer-puller.ts';

/** What keeping the roster needs. */
export interface RosterTools {
  readonly table: FollowedTable;
  /** What each puller works with. */
  readonly pulling: PullerTools;
  /** Resolves when projections read no more of what the roster no longer has. */
  readonly onGone: () => Promise<void>;
  /** Told who has left, when nothing of it is here any more. */
  readonly onLeft: (puller: PeerPuller) => Promise<void>;
  readonly logger: Pick<Logger, 'info' | 'error'>;
}

/**
 * The nodes that are followed, as the store has them, each with its puller. Nodes come and go one at a time, and so that a process that ends in the middle
 * leaves either all of a node or what the next start clears away.
 */
export interface Roster {
  /** By origin. */
  readonly pullers: ReadonlyMap<string, PeerPuller>;
  withActor(actor: string): PeerPuller | undefined;
  /** Opens all replicas, and removes those of nobody. */
  openReplicas(): Promise<void>;
  /**
   * Takes a node in, with a replica that is still empty; one that is there already stays as it is.
   * @param movedFrom the followed node that it was before
   * @throws {Fault} `limit-exceeded`
   */
  enter(found: FoundNode, movedFrom?: string): Promise<PeerPuller>;
  /**
   * Forgets a node with all that it brought, and without a word from it.
   * @param together who goes with it, itself included
   * @returns what it was; undefined where it had gone before
   */
  leave(
    puller: PeerPuller,
    together?: (puller: PeerPuller) => readonly PeerPuller[],
  ): Promise<FollowedNode | undefined>;
  /** Takes nobody in any more. */
  close(): void;
  /** Ends all pulls. Whoever was coming or going at this moment has come or gone. */
  stop(): Promise<void>;
}

/** Opens the roster that the store has. */
export const openRoster = async ({ table, pulling, onGone, onLeft, logger }: RosterTools): Promise<Roster> => {
  const { replicas, clock, limits } = pulling;
  const pullers = new Map<string, PeerPuller>();
  const turns = new Turns();
  let isClosed = false;

  const newcomer = async ({ origin, name, actor }: FoundNode, movedFrom: string | undefined): Promise<PeerPuller> => {
    const nowMs = clock.now();
    const puller = new PeerPuller(
      {
        origin,
        name,
        sinceMs: nowMs,
        ...(actor === undefined ? {} : { actor }),
        followState: 'pulling',
        nextPullAtMs: nowMs,
        clearedAtMs: nowMs,
        ...(movedFrom === undefined ? {} : { movedFrom }),
      },
      pulling,
    );
    // What a replica holds that was left behind is of nobody's choosing.
    await replicas.remove(origin);
    await puller.open();
    await puller.change({}, { durable: true });
    return puller;
  };

  const drop = async (puller: PeerPuller): Promise<void> => {
    const { origin } = puller.peer;
    const stopped = puller.stop();
    // From here on a process that ends has its rest removed at the next start.
    await table.remove(origin);
    pullers.delete(origin);
    await stopped;
    // The index lets go first, then whoever still shows what it found.
    await onGone();
    await puller.retire();
    await replicas.remove(origin);
    logger.info({ peer: origin }, 'unfollowed');
    await onLeft(puller);
  };

  const opened = async (puller: PeerPuller): Promise<void> => {
    try {
      await puller.open();
    } catch (error) {
      // Its next pull tries again, and tells.
      logger.error({ err: error, peer: puller.peer.origin }, 'a replica could not be opened');
    }
  };

  for (const peer of await table.readAll()) pullers.set(peer.origin, new PeerPuller(peer, pulling));

  return {
    pullers,
    withActor: (actor) => pullers.values().find(({ peer }) => peer.actor === actor),
    async openReplicas() {
      // What is stored of a node that is not followed was being removed when the process ended.
      for (const origin of await replicas.stored()) if (!pullers.has(origin)) await replicas.remove(origin);
      const gates = new HostGates(limits.opensAtOnce);
      await Promise.all(
        [...pullers.values()].map(async (puller) => {
          const leave = await gates.enter('');
          await opened(puller);
          if (typeof leave === 'function') leave();
        }),
      );
    },
    enter: (found, movedFrom) =>
      turns.take(async () => {
        if (isClosed) throw new Fault('internal', 'The node is stopping: follow again when it runs.');
        const before = pullers.get(found.origin);
        if (before !== undefined) {
          // Asked for by itself it is shown at once.
          if (before.peer.movedFrom !== undefined && movedFrom === undefined)
            await before.change({ movedFrom: undefined }, { durable: true });
          return before;
        }
        // One that moves takes a place that it has already.
        if (pullers.size >= limits.peersMax && movedFrom === undefined)
          throw new Fault(
            'limit-exceeded',
            `A node follows ${limits.peersMax} others at most. Unfollow one first: openstraat unfollow <host>`,
          );
        const puller = await newcomer(found, movedFrom);
        pullers.set(found.origin, puller);
        return puller;
      }),
    leave: (puller, together = (alone) => [alone]) =>
      turns.take(async () => {
        if (puller.isStopped) return undefined;
        const last = await puller.describe();
        for (const one of together(puller)) await drop(one);
        return last;
      }),
    close() {
      isClosed = true;
    },
    async stop() {
      await turns.take(() => Promise.resolve());
      await Promise.all([...pullers.values()].map((puller) => puller.stop()));
    },
  };
};
