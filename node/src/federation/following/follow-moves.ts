import type { Logger } from 'pino';
import type { Clock } from '../../model/clock.ts';
import type { PeerPuller } from './peer-puller.ts';

/** What going along with nodes that move needs. */
export interface MoveTools {
  readonly pullers: ReadonlyMap<string, PeerPuller>;
  /** Begins to follow a node where it lives on. */
  readonly follow: (origin: string, before: PeerPuller) => Promise<unknown>;
  /** Resolves when projections have read what `isHidden` no longer hides. */
  readonly shown: () => Promise<void>;
  /** Lets go of a node with all that it brought. */
  readonly drop: (puller: PeerPuller) => Promise<unknown>;
  readonly clock: Clock;
  readonly leavingMsMax: number;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
}

/** Goes along with followed nodes that move: the old one is let go of when the new one is read, and not before. */
export interface MoveFollower {
  /** Does what is to be done now. It answers at once when there is nothing. */
  settle(): Promise<void>;
  /** Begins nothing more. Resolves when nothing runs. */
  stop(): Promise<void>;
  /** Whether somebody else's things are shown in place of its own, as long as those are not all there. */
  isHidden(puller: PeerPuller): boolean;
  /** A node with what it was before and will be: who lets go of one lets go of all. */
  together(puller: PeerPuller): readonly PeerPuller[];
}

export const createMoveFollower = ({
  pullers,
  follow,
  shown,
  drop,
  clock,
  leavingMsMax,
  logger,
}: MoveTools): MoveFollower => {
  let settling: Promise<void> | undefined;
  let isStopped = false;
  /** Those that are read, while what they were before is still there. */
  const landing = new Set<PeerPuller>();

  const at = (origin: string | undefined): PeerPuller | undefined =>
    origin === undefined ? undefined : pullers.get(origin);

  const isHidden = (puller: PeerPuller): boolean =>
    !landing.has(puller) && at(puller.peer.movedFrom)?.peer.movedTo === puller.peer.origin;

  /** Whether a node is read where it lives on, or can't be for too long. */
  const hasLanded = ({ peer }: PeerPuller, target: PeerPuller): boolean =>
    target.peer.movedTo === undefined &&
    (target.peer.pull?.state === 'current' || clock.now() - (peer.leavingSinceMs ?? clock.now()) >= leavingMsMax);

  const land = async (old: PeerPuller, target: PeerPuller): Promise<void> => {
    const [from, to] = [old.peer.origin, target.peer.origin];
    // Who moved twice meanwhile goes all the way.
    for (const puller of pullers.values())
      if (puller.peer.movedTo === from) await puller.change({ movedTo: to }, { durable: true });
    // For a moment both are found: better twice than not at all.
    landing.add(target);
    try {
      await shown();
      await drop(old);
    } finally {
      landing.delete(target);
    }
    logger.info({ from, to }, 'a followed node is now followed where it lives on');
  };

  const nextWork = (): (() => Promise<unknown>) | undefined => {
    if (isStopped) return undefined;
    for (const puller of pullers.values()) {
      const { origin, movedTo, movedFrom } = puller.peer;
      const target = at(movedTo);
      if (movedTo !== undefined && target === undefined) return () => follow(movedTo, puller);
      if (target !== undefined && hasLanded(puller, target)) return () => land(puller, target);
      const old = at(movedFrom);
      // It took its move back before this was read: nobody asked for this one.
      if (old !== undefined && old.peer.movedTo !== origin) return () => drop(puller);
    }
    return undefined;
  };

  const settleAll = async (): Promise<void> => {
    try {
      for (let work = nextWork(); work !== undefined; work = nextWork()) await work();
    } catch (error) {
      logger.warn({ err: error }, 'a followed node that moved could not be followed there yet');
    } finally {
      // In the same step in which nothing was left: what comes next is not for this run.
      settling = undefined;
    }
  };

  return {
    isHidden,
    settle() {
      if (settling === undefined && nextWork() === undefined) return Promise.resolve();
      settling ??= settleAll();
      return settling;
    },
    async stop() {
      isStopped = true;
      await settling;
    },
    together(puller) {
      const found = new Set([puller]);
      for (const one of found)
        for (const other of pullers.values())
          if (
            (isHidden(other) && other.peer.movedFrom === one.peer.origin) ||
            (isHidden(one) && one.peer.movedFrom === other.peer.origin)
          )
            found.add(other);
      return [...found];
    },
  };
};
