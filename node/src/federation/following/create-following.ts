import type { Logger } from 'pino';
import type { ChangeLogReader } from '../../log/change-log.ts';
import type { Clock } from '../../model/clock.ts';
import { Fault } from '../../model/fault.ts';
import type { FollowedNode } from '../../model/followed-node.ts';
import { createSentFollows } from '../courier/sent-follows.ts';
import type { Fetcher } from '../fetching/create-fetcher.ts';
import { type FollowingLimits, followingLimits } from '../limits.ts';
import { confirmMove } from '../moving/confirm-move.ts';
import { type ReplicaLimits, replicaLimits } from '../replica/limits.ts';
import type { Replicas } from '../replica/replicas.ts';
import type { StoreDatabase } from '../store/store-database.ts';
import { createNoticeAsking } from './ask-for-notices.ts';
import { createFarewells } from './create-farewells.ts';
import { createLookout } from './create-lookout.ts';
import { findFollowed } from './find-followed.ts';
import { type FindTools, findNode } from './find-node.ts';
import type { FollowCourier } from './follow-courier.ts';
import { createMoveFollower } from './follow-moves.ts';
import { createFollowedTable } from './followed-table.ts';
import { openRoster } from './open-roster.ts';
import type { PeerPuller, PullerTools, Watching } from './peer-puller.ts';
import { pullForPerson } from './pull-for-person.ts';
import { PullLanes } from './pull-lanes.ts';
import { createPullLog } from './pull-log.ts';

/** What following needs. */
export interface FollowingOptions {
  readonly tables: StoreDatabase;
  readonly replicas: Replicas;
  readonly fetcher: Pick<Fetcher, 'get'>;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** This node, which does not follow itself. */
  readonly own: FindTools['own'];
  /** What ActivityPub does, asked for each time; without it feeds are pulled all the same. */
  readonly courier?: (() => FollowCourier | undefined) | undefined;
  /** Whether a host that is named without a scheme may be one without TLS. */
  readonly plainHttp: boolean;
  readonly tombstoneDays: number;
  readonly limits?: (Partial<FollowingLimits> & Partial<ReplicaLimits>) | undefined;
  /** What others know is no longer the same. Resolves when projections have caught up: what is gone from `logs()` they then no longer read. */
  readonly onChange: () => Promise<void>;
}

/** The nodes that this node follows, and the replicas of what they have. */
export interface Following extends AsyncDisposable {
  /** Opens what is followed, and pulls from then on. */
  start(): Promise<void>;
  /**
   * Follows a node, and reads its feed. What is followed already is read on.
   * @param given host, web address or handle
   * @throws {Fault} `usage`, `bad-request`, `peer-unusable`, `limit-exceeded`
   */
  add(given: string, watching?: Watching): Promise<FollowedNode>;
  /** Unfollows a node: all that it brought is gone when this answers. @throws {Fault} `usage`, `peer-unknown` */
  remove(given: string): Promise<FollowedNode>;
  list(): Promise<FollowedNode[]>;
  /** Pulls now, for somebody who waits: the nodes that are named, or all. @throws {Fault} `usage`, `peer-unknown` */
  pull(given: string | undefined, watching?: Watching): Promise<FollowedNode[]>;
  /** A peer says that its feed has moved. @returns whether it is followed */
  pullNow(origin: string): boolean;
  /** What projections follow besides the own log. */
  logs(): readonly ChangeLogReader[];
  /** The followed node whose actor this is. */
  originOfActor(actor: string): string | undefined;
  /** What a followed node calls itself. */
  nameOf(origin: string): string | undefined;
  /** A peer has answered a request to follow it. @returns whether it had been asked */
  answered(actor: string, answer: 'accepted' | 'rejected'): Promise<boolean>;
  /** Looks at the clock at once. Resolves when nothing is due any more, and nothing runs. */
  wake(): Promise<void>;
}

const describeAll = async (pullers: Iterable<PeerPuller>): Promise<FollowedNode[]> => {
  const described: FollowedNode[] = [];
  for (const puller of pullers) described.push(await puller.describe());
  return described;
};

/** Follows the nodes that the store names. */
export const createFollowing = async (options: FollowingOptions): Promise<Following> => {
  const { tables, fetcher, clock, logger, onChange, courier = () => undefined } = options;
  const limits = { ...followingLimits, ...replicaLimits, ...options.limits };
  const table = createFollowedTable(tables);
  const sentFollows = createSentFollows(tables);
  const report = createPullLog(logger);

  const changed = async (): Promise<void> => {
    try {
      await onChange();
    } catch (error) {
      logger.error({ err: error }, 'views could not catch up with what is followed');
    }
  };

  const pulling: PullerTools = {
    ...options,
    limits,
    replicaLimits: limits,
    lanes: new PullLanes(limits.pullsAtOnce),
    keep: (peer, { durable }) => table.put(peer, { durable }),
    confirmMove: (description, signal) => confirmMove(description, options.own.origin, { fetcher, clock, signal }),
    onPulled(puller, outcome) {
      report(puller.peer, outcome);
      asking.ask(puller);
    },
    // More is to come, or a notice came meanwhile.
    onIdle: () => lookout.lookSoon(),
  };

  const roster = await openRoster({
    table,
    pulling,
    onGone: changed,
    async onLeft(puller) {
      await asking.asked(puller);
      if (puller.peer.actor !== undefined) await farewells.tell(puller.peer.actor);
    },
    logger,
  });
  const { pullers } = roster;

  const farewells = createFarewells({
    asked: () => sentFollows.actors(),
    isFollowed: (actor) => roster.withActor(actor) !== undefined,
    courier,
    clock,
    logger,
  });

  const asking = createNoticeAsking({ told: (actor) => farewells.told(actor), courier, clock, limits, logger });

  const moves = createMoveFollower({
    pullers,
    follow: (origin, { peer }) => roster.enter({ origin, name: peer.name, actor: undefined }, peer.origin),
    shown: changed,
    drop: (puller) => roster.leave(puller),
    clock,
    leavingMsMax: limits.leavingMsMax,
    logger,
  });

  const lookout = createLookout({
    pullers,
    async before() {
      if (lookout.isWatching) farewells.settle();
      await moves.settle();
    },
    clock,
    lookMs: limits.lookMs,
    logger,
  });

  /** Pulls for somebody who waits. @returns those that are followed then */
  const pullAll = async (asked: readonly PeerPuller[], watching: Watching): Promise<readonly PeerPuller[]> => {
    const { freshWaitMsMax } = limits;
    const pulled = await pullForPerson(asked, watching, { pullers, moves, clock, freshWaitMsMax });
    await changed();
    return [...pulled].filter(({ isStopped }) => !isStopped);
  };

  return {
    async start() {
      if (lookout.isWatching) return;
      await roster.openReplicas();
      // Nobody tells a node that does not run; those that could not be read keep waiting.
      for (const puller of pullers.values()) if (puller.peer.pull?.state !== 'failed') puller.notice();
      lookout.start();
    },
    async add(given, watching = {}) {
      const found = await findNode(given, { ...options, limits, courier: courier() }, watching.signal);
      const last = (await pullAll([await roster.enter(found)], watching)).at(-1);
      if (last === undefined) throw new Fault('peer-unknown', `${given} was unfollowed meanwhile.`);
      return last.describe();
    },
    async remove(given) {
      const puller = await findFollowed(given, pullers, courier());
      const last = await roster.leave(puller, (leaving) => moves.together(leaving));
      if (last === undefined) throw new Fault('peer-unknown', `${given} is not followed any more.`);
      return last;
    },
    list: () =>
      describeAll([...pullers.values()].toSorted((one, other) => (one.peer.origin < other.peer.origin ? -1 : 1))),
    async pull(given, watching = {}) {
      const asked = given === undefined ? [...pullers.values()] : [await findFollowed(given, pullers, courier())];
      return describeAll(await pullAll(asked, watching));
    },
    pullNow(origin) {
      const puller = pullers.get(origin);
      if (puller === undefined) return false;
      puller.notice();
      lookout.lookSoon();
      return true;
    },
    logs: () => [...pullers.values()].flatMap((puller) => (moves.isHidden(puller) ? [] : (puller.log ?? []))),
    nameOf: (origin) => pullers.get(origin)?.peer.name,
    originOfActor: (actor) => roster.withActor(actor)?.peer.origin,
    async answered(actor, answer) {
      const puller = roster.withActor(actor);
      if (puller === undefined || puller.peer.followState === 'pulling') return false;
      await puller.change({ followState: answer }, { durable: true });
      return true;
    },
    async wake() {
      do {
        await lookout.look();
        await Promise.all([...pullers.values()].map((puller) => puller.idle()));
        await asking.idle();
        await farewells.idle();
        await moves.settle();
        // Another look may have begun something meanwhile.
      } while (!lookout.isQuiet());
    },
    async [Symbol.asyncDispose]() {
      roster.close();
      lookout.stop();
      await farewells.idle();
      await moves.stop();
      await roster.stop();
    },
  };
};
