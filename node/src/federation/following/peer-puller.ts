import type { NodeDescription } from '@openstraat/spec';
import type { ChangeLogReader } from '../../log/change-log.ts';
import type { Clock } from '../../model/clock.ts';
import { Fault } from '../../model/fault.ts';
import type { FollowedNode, FollowProgress } from '../../model/followed-node.ts';
import type { Fetcher } from '../fetching/create-fetcher.ts';
import type { FollowingLimits } from '../limits.ts';
import type { MoveVerdict } from '../moving/confirm-move.ts';
import type { ReplicaLimits } from '../replica/limits.ts';
import { pullFeed } from '../replica/pull-feed.ts';
import type { PullResult } from '../replica/pull-result.ts';
import type { Replica, Replicas } from '../replica/replicas.ts';
import { describeFollowed } from './describe-followed.ts';
import type { FollowedPeer } from './followed-peer.ts';
import { judgeLeaving, type Leaving } from './judge-leaving.ts';
import { type KnownOfPeer, knownOfPeer, type ShowingNode } from './known-of-peer.ts';
import { peerAfterFault, peerAfterPull, type PullCause } from './peer-after-pull.ts';
import { PeerReplica } from './peer-replica.ts';
import type { Lane, PullLanes } from './pull-lanes.ts';

/** What the pulls of all peers share. */
export interface PullerTools {
  readonly own: ShowingNode;
  readonly replicas: Replicas;
  readonly fetcher: Pick<Fetcher, 'get'>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly limits: FollowingLimits;
  readonly replicaLimits: ReplicaLimits;
  readonly tombstoneDays: number;
  readonly lanes: PullLanes;
  /** Keeps what is known of a peer now. */
  readonly keep: (peer: FollowedPeer, options: { readonly durable: boolean }) => Promise<void>;
  /** Asks the new end whether a peer has moved there. */
  readonly confirmMove: (description: NodeDescription, signal: AbortSignal) => Promise<MoveVerdict>;
  /** Told what each pull has brought, and what stopped it. */
  readonly onPulled: (puller: PeerPuller, outcome: PullResult | Fault) => void;
  /** Told when a puller has time again. */
  readonly onIdle: () => void;
}

/** How a person's pull reports, and is stopped. */
export interface Watching {
  readonly onProgress?: ((progress: FollowProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

const dayMs = 86_400_000;

/** Pulls the feed of one peer into its replica, and keeps what is known of it. Its pulls never overlap. */
export class PeerPuller {
  readonly #tools: PullerTools;
  readonly #replica: PeerReplica;
  readonly #pulls = new Set<Promise<unknown>>();
  readonly #stop = new AbortController();
  readonly #watching = new Set<(progress: FollowProgress) => void>();
  #peer: FollowedPeer;
  #isSlow = false;
  #startedAtMs = 0;
  /** When what was noticed is to be read; a pull that runs may have read past it already. */
  #noticedAtMs = Number.POSITIVE_INFINITY;
  #faults = 0;

  constructor(peer: FollowedPeer, tools: PullerTools) {
    this.#peer = peer;
    this.#tools = tools;
    this.#replica = new PeerReplica(peer.origin, tools.replicas, tools.limits.letGoMsMax);
  }

  get peer(): FollowedPeer {
    return this.#peer;
  }

  /** What projections read; undefined until it is open. */
  get log(): ChangeLogReader | undefined {
    return this.#replica.log;
  }

  get isBusy(): boolean {
    return this.#pulls.size > 0;
  }

  /** Aborted when it is to end. */
  get stopping(): AbortSignal {
    return this.#stop.signal;
  }

  get isStopped(): boolean {
    return this.#stop.signal.aborted;
  }

  get dueAtMs(): number {
    return Math.min(this.#peer.nextPullAtMs, this.#noticedAtMs);
  }

  /** The peer as the operator sees it. */
  async describe(): Promise<FollowedNode> {
    const held = await this.#replica.held();
    return describeFollowed(this.#peer, held);
  }

  /** Changes what is kept of the peer. */
  change(change: Partial<FollowedPeer>, options: { readonly durable: boolean }): Promise<void> {
    return this.#become({ ...this.#peer, ...change }, options);
  }

  async #become(peer: FollowedPeer, options: { readonly durable: boolean }): Promise<void> {
    this.#peer = peer;
    if (!this.isStopped) await this.#tools.keep(peer, options);
  }

  /** Its feed is said to have moved: it is due, though not again at once. */
  notice(): void {
    const earliestMs = this.#startedAtMs + this.#tools.limits.noticePullMs;
    this.#noticedAtMs = Math.max(this.#tools.clock.now(), earliestMs);
  }

  /** Opens the replica, for those who read it. @throws {Fault} as `Replicas.open` */
  async open(): Promise<void> {
    await this.#replica.open();
  }

  /** One pull, behind those that wait already in its lane. @returns undefined when the peer is no longer followed, or it was stopped before */
  async pull({ onProgress, signal }: Watching = {}, lane?: Lane): Promise<PullResult | undefined> {
    if (onProgress !== undefined) this.#watching.add(onProgress);
    const ending = signal === undefined ? this.#stop.signal : AbortSignal.any([signal, this.#stop.signal]);
    const pull = this.#pullInTurn(lane ?? (this.#isSlow ? 'slow' : 'quick'), lane === 'person', ending);
    this.#pulls.add(pull);
    try {
      return await pull;
    } finally {
      this.#pulls.delete(pull);
      if (onProgress !== undefined) this.#watching.delete(onProgress);
      this.#tools.onIdle();
    }
  }

  async #pullInTurn(lane: Lane, byPerson: boolean, ending: AbortSignal): Promise<PullResult | undefined> {
    const telling = setInterval(() => this.#tellWaiting(), this.#tools.limits.lookMs).unref();
    const leave = await this.#tools.lanes.enter(lane, this.#peer.origin, ending);
    clearInterval(telling);
    if (leave === undefined) return undefined;
    try {
      const outcome = await this.#pullNow(byPerson, ending);
      this.#tools.onPulled(this, outcome);
      return outcome instanceof Fault ? undefined : outcome;
    } finally {
      leave();
    }
  }

  async #pullNow(byPerson: boolean, ending: AbortSignal): Promise<PullResult | Fault> {
    const { clock, limits } = this.#tools;
    this.#replica.recount();
    this.#startedAtMs = clock.now();
    const cause = this.#noticedAtMs < Number.POSITIVE_INFINITY ? 'notice' : byPerson ? 'person' : 'poll';
    this.#noticedAtMs = Number.POSITIVE_INFINITY;
    try {
      return await this.#pullOnce(cause, ending);
    } catch (error) {
      return await this.#failed(error);
    } finally {
      this.#isSlow = clock.now() - this.#startedAtMs >= limits.slowPullMs;
      this.#replica.recount();
    }
  }

  async #pullOnce(cause: PullCause, ending: AbortSignal): Promise<PullResult> {
    const { own, fetcher, clock, random, limits, replicaLimits, confirmMove } = this.#tools;
    const replica = await this.#replica.open();
    let known: KnownOfPeer | undefined;
    let leaving: Leaving = {};
    const result = await pullFeed({
      peer: this.#peer.origin,
      fetcher,
      log: replica.log,
      writer: replica.writer,
      bytesOnDisk: () => replica.bytesOnDisk(),
      clock,
      random,
      limits: replicaLimits,
      signal: ending,
      hasTime: () => clock.now() - this.#startedAtMs < limits.pullMs,
      onProgress: (progress) => this.#tell(progress),
      onDescription: (description) => {
        known = knownOfPeer(description, own);
      },
      hasMoved: async (description) => {
        const verdict = await confirmMove(description, ending);
        leaving = judgeLeaving(this.#peer, verdict, clock.now(), limits.leavingMsMax);
        return leaving.leavingSinceMs !== undefined;
      },
    });
    this.#faults = 0;
    const facts = { result, cause, known, leaving, nowMs: clock.now() };
    await this.#become(peerAfterPull(this.#peer, facts, limits.issuesShown), { durable: false });
    await this.#clearTombstones(replica);
    return result;
  }

  #tell(progress: FollowProgress): void {
    for (const watch of this.#watching) watch(progress);
  }

  #tellWaiting(): void {
    this.#tell({ phase: 'waiting', entries: 0, changed: 0, removed: 0, live: this.log?.head().live ?? 0 });
  }

  async #clearTombstones({ writer }: Replica): Promise<void> {
    const { clock, limits, tombstoneDays } = this.#tools;
    const nowMs = clock.now();
    if (this.isStopped || nowMs - this.#peer.clearedAtMs < limits.tombstonesMs) return;
    await writer.dropTombstones(nowMs - tombstoneDays * dayMs);
    await this.change({ clearedAtMs: nowMs }, { durable: false });
  }

  /** The replica itself failed: it is opened anew before the next pull, which mends or replaces it. */
  async #failed(error: unknown): Promise<Fault> {
    const { clock, random, replicaLimits: limits } = this.#tools;
    const fault = error instanceof Fault ? error : new Fault('internal', String(error), { cause: error });
    this.#faults += 1;
    await this.#replica.close();
    if (!this.isStopped) await this.#replica.open().catch(() => undefined);
    const facts = { nowMs: clock.now(), failures: this.#faults, random: random(), limits };
    // Where nothing can be written, the next pull says so again.
    await this.#become(peerAfterFault(this.#peer, fault, facts), { durable: false }).catch(() => undefined);
    return fault;
  }

  /** Resolves when no pull runs, or waits. */
  async idle(): Promise<void> {
    while (this.#pulls.size > 0) await Promise.allSettled(this.#pulls);
  }

  /** Ends what runs, and begins nothing more. From the call on nothing is kept of it. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.idle();
  }

  /** Lets those who read the replica end; it can be removed then. */
  retire(): Promise<void> {
    return this.#replica.retire();
  }
}
