import type { Logger } from 'pino';
import type { ChangeLogReader } from '../../log/change-log.ts';
import { Turns } from '../../log/turns.ts';
import type { Clock } from '../../model/clock.ts';
import { Fault } from '../../model/fault.ts';
import type { FollowedNode } from '../../model/followed-node.ts';
import type { Fetcher } from '../fetching/create-fetcher.ts';
import { HostGates } from '../fetching/host-gates.ts';
import { type FollowingLimits, followingLimits } from '../limits.ts';
import { confirmMove } from '../moving/confirm-move.ts';
import { type ReplicaLimits, replicaLimits } from '../replica/limits.ts';
import type { PullResult } from '../replica/pull-result.ts';
import type { Replicas } from '../replica/replicas.ts';
import { createSentFollows } from '../courier/sent-follows.ts';
import type { StoreDatabase } from '../store/store-database.ts';
import { askForNotices } from './ask-for-notices.ts';
import { createFarewells } from './create-farewells.ts';
import { findFollowed } from './find-followed.ts';
import { createMoveFollower } from './follow-moves.ts';
import { findNode, type FindTools, type FoundNode } from './find-node.ts';
import type { FollowCourier } from './follow-courier.ts';
import { createFollowedTable } from './followed-table.ts';
import { PeerPuller, type PullerTools, type Watching } from './peer-puller.ts';
import { createPullLog } from './pull-log.ts';
import { pullToEnd } from './pull-to-end.ts';

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

/** Follows the nodes that the store names. */
export const createFollowing = async (options: FollowingOptions): Promise<Following> => {
  const { replicas, clock, logger, onChange, courier: courierNow = () => undefined } = options;
  const limits = { ...followingLimits, ...replicaLimits, ...options.limits };
  const table = createFollowedTable(options.tables);
  const sentFollows = createSentFollows(options.tables);
  const pullers = new Map<string, PeerPuller>();
  const turns = new Turns();
  const report = createPullLog(logger);
  let looking: NodeJS.Timeout | undefined;
  let isStarted = false;
  let isDisposed = false;

  const changed = async (): Promise<void> => {
    try {
      await onChange();
    } catch (error) {
      logger.error({ err: error }, 'views could not catch up with what is followed');
    }
  };

  /** What asks peers for notices now: whoever is slow to be asked keeps no pull waiting. */
  const asking = new Map<PeerPuller, Promise<void>>();
  const askNow = async (puller: PeerPuller): Promise<void> => {
    await farewells.told(puller.peer.actor);
    await askForNotices(puller, courierNow(), { clock, limits, logger });
  };
  const ask = (puller: PeerPuller): void => {
    if (asking.has(puller)) return;
    const done = askNow(puller).finally(() => asking.delete(puller));
    asking.set(puller, done);
  };

  const onPulled = (puller: PeerPuller, outcome: PullResult | Fault): void => {
    report(puller.peer, outcome);
    ask(puller);
  };

  const tools: PullerTools = {
    ...options,
    limits,
    replicaLimits: limits,
    gates: new HostGates(limits.pullsAtOnce),
    keep: (peer, { durable }) => table.put(peer, { durable }),
    confirmMove: (description, signal) =>
      confirmMove(description, options.own.origin, { fetcher: options.fetcher, clock, signal }),
    onPulled,
    // More is to come, or a notice came meanwhile.
    onIdle: () => lookSoon(),
  };

  const dueNow = (): readonly PeerPuller[] => {
    const nowMs = clock.now();
    return isStarted && !isDisposed
      ? [...pullers.values()].filter(({ isBusy, isStopped, dueAtMs }) => !isBusy && !isStopped && dueAtMs <= nowMs)
      : [];
  };

  /** Starts what is due. Resolves when that is done. */
  const look = async (): Promise<void> => {
    if (isStarted && !isDisposed) farewells.settle();
    await moves.settle();
    await Promise.all(dueNow().map((puller) => puller.pull()));
  };

  const lookSoon = (): void =>
    void look().catch((error: unknown) => logger.error({ err: error }, 'what is followed could not be looked at'));

  const find = (given: string, signal: AbortSignal | undefined): Promise<FoundNode> =>
    findNode(given, { ...options, limits, courier: courierNow() }, signal);

  const known = (given: string): Promise<PeerPuller> => findFollowed(given, pullers, courierNow());

  const withActor = (actor: string): PeerPuller | undefined =>
    pullers.values().find(({ peer }) => peer.actor === actor);

  /** @param movedFrom the followed node that it was before */
  const register = (found: FoundNode, movedFrom?: string): Promise<PeerPuller> =>
    turns.take(async () => {
      if (isDisposed) throw new Fault('internal', 'The node is stopping: follow again when it runs.');
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
      const nowMs = clock.now();
      const { origin, name, actor } = found;
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
        tools,
      );
      // What a replica holds that was left behind is of nobody's choosing.
      await replicas.remove(origin);
      await puller.open();
      await puller.change({}, { durable: true });
      pullers.set(origin, puller);
      return puller;
    });

  /** Forgets a node with all that it brought. In turn, and without a word from it. */
  const drop = async (puller: PeerPuller): Promise<void> => {
    const { origin } = puller.peer;
    const stopped = puller.stop();
    // From here on a process that ends has its rest removed at the next start.
    await table.remove(origin);
    pullers.delete(origin);
    await stopped;
    // The index lets go first, then whoever still shows what it found.
    await changed();
    await puller.retire();
    await replicas.remove(origin);
    logger.info({ peer: origin }, 'unfollowed');
    await asking.get(puller);
    if (puller.peer.actor !== undefined) await farewells.tell(puller.peer.actor);
  };

  const farewells = createFarewells({
    asked: () => sentFollows.actors(),
    isFollowed: (actor) => withActor(actor) !== undefined,
    courier: courierNow,
    clock,
    logger,
  });

  const moves = createMoveFollower({
    pullers,
    follow: (origin, { peer }) => register({ origin, name: peer.name, actor: undefined }, peer.origin),
    shown: changed,
    drop: (puller) => turns.take(() => (puller.isStopped ? Promise.resolve() : drop(puller))),
    clock,
    leavingMsMax: limits.leavingMsMax,
    logger,
  });

  /** Pulls for somebody who waits; who has moved is read where it lives on. @returns those that are followed then */
  const pullAll = async (asked: readonly PeerPuller[], watching: Watching): Promise<readonly PeerPuller[]> => {
    const all = new Set(asked);
    // Those that are found on the way are pulled too.
    for (let fresh = [...all]; fresh.length > 0;) {
      // Who asks for one is kept waiting by no other.
      const lane = asked.length === 1 ? 'person' : undefined;
      await Promise.all(fresh.map((puller) => pullToEnd(puller, watching, { clock, ...limits, lane })));
      await moves.settle();
      fresh = [...all].flatMap(({ peer: { movedTo = '' } }) => pullers.get(movedTo) ?? []);
      fresh = fresh.filter((puller) => !all.has(puller));
      for (const puller of fresh) all.add(puller);
    }
    await changed();
    return [...all].filter(({ isStopped }) => !isStopped);
  };

  const opened = async (puller: PeerPuller): Promise<void> => {
    try {
      await puller.open();
    } catch (error) {
      // Its next pull tries again, and tells.
      logger.error({ err: error, peer: puller.peer.origin }, 'a replica could not be opened');
    }
  };

  for (const peer of await table.readAll()) pullers.set(peer.origin, new PeerPuller(peer, tools));

  return {
    async start() {
      if (isStarted) return;
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
      // Nobody tells a node that does not run; those that could not be read keep waiting.
      for (const puller of pullers.values()) if (puller.peer.pull?.state !== 'failed') puller.notice();
      isStarted = true;
      looking = setInterval(lookSoon, limits.lookMs).unref();
      lookSoon();
    },
    async add(given, watching = {}) {
      const puller = await register(await find(given, watching.signal));
      const last = (await pullAll([puller], watching)).at(-1);
      if (last === undefined) throw new Fault('peer-unknown', `${given} was unfollowed meanwhile.`);
      return last.describe();
    },
    async remove(given) {
      const puller = await known(given);
      return turns.take(async () => {
        if (puller.isStopped) throw new Fault('peer-unknown', `${given} is not followed any more.`);
        const last = await puller.describe();
        for (const one of moves.together(puller)) await drop(one);
        return last;
      });
    },
    async list() {
      const all = [...pullers.values()].toSorted((one, other) => (one.peer.origin < other.peer.origin ? -1 : 1));
      const described: FollowedNode[] = [];
      for (const puller of all) described.push(await puller.describe());
      return described;
    },
    async pull(given, watching = {}) {
      const asked = given === undefined ? [...pullers.values()] : [await known(given)];
      const described: FollowedNode[] = [];
      for (const puller of await pullAll(asked, watching)) described.push(await puller.describe());
      return described;
    },
    pullNow(origin) {
      const puller = pullers.get(origin);
      if (puller === undefined) return false;
      puller.notice();
      lookSoon();
      return true;
    },
    logs: () => [...pullers.values()].flatMap((puller) => (moves.isHidden(puller) ? [] : (puller.log ?? []))),
    nameOf: (origin) => pullers.get(origin)?.peer.name,
    originOfActor: (actor) => withActor(actor)?.peer.origin,
    async answered(actor, answer) {
      const puller = withActor(actor);
      if (puller === undefined || puller.peer.followState === 'pulling') return false;
      await puller.change({ followState: answer }, { durable: true });
      return true;
    },
    async wake() {
      do {
        await look();
        await Promise.all([...pullers.values()].map((puller) => puller.idle()));
        await Promise.all(asking.values());
        await farewells.idle();
        await moves.settle();
        // Another look may have begun something meanwhile.
      } while (dueNow().length > 0 || pullers.values().some(({ isBusy }) => isBusy));
    },
    async [Symbol.asyncDispose]() {
      isDisposed = true;
      clearInterval(looking);
      await farewells.idle();
      await moves.stop();
      // Whoever is being followed at this moment has an open replica that is known, or is not there yet.
      await turns.take(() => Promise.resolve());
      await Promise.all([...pullers.values()].map((puller) => puller.stop()));
    },
  };
};
