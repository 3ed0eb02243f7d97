import type { NodeDescription } from '@openstraat/spec';
import type { ChangeLogReader } from '../../log/change-log.ts';
import type { Clock } from '../../model/clock.ts';
import { Fault } from '../../model/fault.ts';
import type { FollowedNode, FollowProgress } from '../../model/followed-node.ts';
import type { ReplicaCursor } from '../../model/replica.ts';
import type { Fetcher } from '../fetching/create-fetcher.ts';
import { HostGates } from '../fetching/host-gates.ts';
import type { FollowingLimits } from '../limits.ts';
import type { ReplicaLimits } from '../replica/limits.ts';
import type { MoveVerdict } from '../moving/confirm-move.ts';
import { nextPollAtMs } from '../replica/next-poll.ts';
import { pullFeed } from '../replica/pull-feed.ts';
import type { PullResult } from '../replica/pull-result.ts';
import type { Replica, Replicas } from '../replica/replicas.ts';
import { describeFollowed } from './describe-followed.ts';
import type { FollowedPeer } from './followed-peer.ts';
import { type KnownOfPeer, knownOfPeer, type ShowingNode } from './known-of-peer.ts';
import { createRetiringLog, type RetiringLog } from './retiring-log.ts';

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
  /** Lets a few pulls of each lane run at the same time. */
  readonly gates: HostGates;
  /** Keeps what is known of a peer now. */
  readonly keep: (peer: FollowedPeer, options: { readonly durable: boolean }) => Promise<void>;
  /** Asks the new end whether a peer has moved there. */
  readonly confirmMove: (description: NodeDescription, signal: AbortSignal) => Promise<MoveVerdict>;
  /** Told what each pull has brought, and what stopped it. */
  readonly onPulled: (puller: PeerPuller, outcome: PullResult | Fault) => void;
  /** Told when a puller has time again. */
  readonly onIdle: () => void;
}

/**
 * Where a pull waits for its place: those that are slow keep only each other waiting, and nobody else keeps a person waiting
 * who asks for one peer.
 */
export type Lane = 'person' | 'quick' | 'slow';

/** How a person's pull reports, and is stopped. */
export interface Watching {
  readonly onProgress?: ((progress: FollowProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

interface OpenLog {
  readonly replica: Replica;
  readonly retiring: RetiringLog;
}

/** What the operator is told of a replica; it changes with pulls alone. */
interface Held {
  readonly cursor: ReplicaCursor | undefined;
  readonly leftOut: number;
}

/** What a peer's word that it has moved comes to; empty where it is not so. */
type Leaving = Pick<FollowedPeer, 'movedTo' | 'leavingSinceMs'>;

/** What made a pull begin. */
type Cause = 'notice' | 'poll' | 'person';

const dayMs = 86_400_000;

const heldBy = async ({ writer }: Replica): Promise<Held> => ({
  cursor: await writer.cursor(),
  leftOut: (await writer.leftOut()).live,
});

/** Keeps the replica of one peer: its pulls never overlap. */
export class PeerPuller {
  readonly #tools: PullerTools;
  readonly #turns = new HostGates(1);
  readonly #pulls = new Set<Promise<unknown>>();
  readonly #stop = new AbortController();
  readonly #watching = new Set<(progress: FollowProgress) => void>();
  #peer: FollowedPeer;
  #open: OpenLog | undefined;
  #opening: Promise<OpenLog> | undefined;
  #held: Promise<Held> | undefined;
  #isSlow = false;
  #startedAtMs = 0;
  /** When what was noticed is to be read; a pull that runs may have read past it already. */
  #noticedAtMs = Number.POSITIVE_INFINITY;
  #faults = 0;

  constructor(peer: FollowedPeer, tools: PullerTools) {
    this.#peer = peer;
    this.#tools = tools;
  }

  get peer(): FollowedPeer {
    return this.#peer;
  }

  /** What projections read; undefined until it is open. */
  get log(): ChangeLogReader | undefined {
    return this.#open?.retiring.log;
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

  /** Changes what is kept of the peer. */
  async change(change: Partial<FollowedPeer>, options: { readonly durable: boolean }): Promise<void> {
    this.#peer = { ...this.#peer, ...change };
    if (!this.isStopped) await this.#tools.keep(this.#peer, options);
  }

  get dueAtMs(): number {
    return Math.min(this.#peer.nextPullAtMs, this.#noticedAtMs);
  }

  /** Its feed is said to have moved: it is due, though not again at once. */
  notice(): void {
    const earliestMs = this.#startedAtMs + this.#tools.limits.noticePullMs;
    this.#noticedAtMs = Math.max(this.#tools.clock.now(), earliestMs);
  }

  /** Opens the replica, for those who read it. @throws {Fault} as `Replicas.open` */
  async open(): Promise<ChangeLogReader> {
    return (await this.#openLog()).retiring.log;
  }

  #openLog(): Promise<OpenLog> {
    this.#opening ??= this.#tools.replicas.open(this.#peer.origin).then(
      (replica) => {
        this.#open = { replica, retiring: createRetiringLog(replica.log) };
        return this.#open;
      },
      (error: unknown) => {
        this.#opening = undefined;
        throw error;
      },
    );
    return this.#opening;
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
    const leaveGate = await this.#tools.gates.enter(lane, ending);
    const leaveTurn = typeof leaveGate === 'string' ? leaveGate : await this.#turns.enter('', ending);
    clearInterval(telling);
    try {
      if (typeof leaveTurn === 'string') return undefined;
      const outcome = await this.#pullNow(byPerson, ending);
      this.#tools.onPulled(this, outcome);
      return outcome instanceof Fault ? undefined : outcome;
    } finally {
      if (typeof leaveTurn !== 'string') leaveTurn();
      if (typeof leaveGate !== 'string') leaveGate();
    }
  }

  async #pullNow(byPerson: boolean, ending: AbortSignal): Promise<PullResult | Fault> {
    const { clock, limits } = this.#tools;
    this.#held = undefined;
    this.#startedAtMs = clock.now();
    const cause = this.#noticedAtMs < Number.POSITIVE_INFINITY ? 'notice' : byPerson ? 'person' : 'poll';
    this.#noticedAtMs = Number.POSITIVE_INFINITY;
    try {
      return await this.#pullOnce(cause, ending);
    } catch (error) {
      return await this.#failed(error);
    } finally {
      this.#isSlow = clock.now() - this.#startedAtMs >= limits.slowPullMs;
      this.#held = undefined;
    }
  }

  async #pullOnce(cause: Cause, ending: AbortSignal): Promise<PullResult> {
    const { own, fetcher, clock, random, replicaLimits: limits } = this.#tools;
    const { replica } = await this.#openLog();
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
      limits,
      signal: ending,
      hasTime: () => clock.now() - this.#startedAtMs < this.#tools.limits.pullMs,
      onProgress: (progress) => this.#tell(progress),
      onDescription: (description) => {
        known = knownOfPeer(description, own);
      },
      hasMoved: async (description) => {
        leaving = await this.#leavingOf(description, ending);
        return leaving.leavingSinceMs !== undefined;
      },
    });
    this.#faults = 0;
    await this.#note(result, cause, known, leaving);
    await this.#clearTombstones(replica);
    return result;
  }

  /** Where a peer that says so has moved: nothing of that when the new end does not know of it. */
  async #leavingOf(description: NodeDescription, signal: AbortSignal): Promise<Leaving> {
    const { clock, limits, confirmMove } = this.#tools;
    const verdict = await confirmMove(description, signal);
    const nowMs = clock.now();
    const { leavingSinceMs = nowMs, movedTo } = this.#peer;
    if (verdict.how === 'confirmed') return { leavingSinceMs, movedTo: verdict.description.origin };
    // The new end may be up again soon. Until then what is there stays, but not for ever.
    const mayReturn = verdict.how === 'unsure' && nowMs - leavingSinceMs < limits.leavingMsMax;
    return mayReturn ? { leavingSinceMs, movedTo } : {};
  }

  #tell(progress: FollowProgress): void {
    for (const watch of this.#watching) watch(progress);
  }

  #tellWaiting(): void {
    const live = this.#open?.retiring.log.head().live ?? 0;
    this.#tell({ phase: 'waiting', entries: 0, changed: 0, removed: 0, live });
  }

  /** Changes in a row that the peer sent no notice of, with those of this pull. */
  #unheardAfter({ state, entries }: PullResult, cause: Cause): number {
    const { pull, unheard = 0 } = this.#peer;
    if (cause === 'notice') return 0;
    return cause === 'poll' && pull?.state === 'current' && state === 'current' && entries > 0 ? unheard + 1 : unheard;
  }

  /** Keeps how a pull ended. */
  async #note(result: PullResult, cause: Cause, known: KnownOfPeer | undefined, { movedTo, leavingSinceMs }: Leaving) {
    const { clock, limits } = this.#tools;
    const { state, reason, issues, nextPollAtMs: nextMs } = result;
    const actorChanged = known !== undefined && known.actor !== this.#peer.actor;
    const { actor: _before, ...others } = this.#peer;
    if (actorChanged) this.#peer = others;
    await this.change(
      {
        ...(known === undefined ? {} : { name: known.name, movedTo, leavingSinceMs }),
        ...(actorChanged && known.actor !== undefined ? { actor: known.actor } : {}),
        unheard: this.#unheardAfter(result, cause),
        // Another actor has not been asked.
        ...(actorChanged ? { followState: 'pulling' as const } : {}),
        pull: {
          state,
          atMs: clock.now(),
          ...(reason === undefined ? {} : { reason: { code: reason.code, words: reason.words, url: reason.url } }),
          issues: issues.first.slice(0, limits.issuesShown),
        },
        nextPullAtMs: nextMs,
      },
      { durable: false },
    );
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
    const { clock, random, limits, replicaLimits, replicas } = this.#tools;
    const fault = error instanceof Fault ? error : new Fault('internal', String(error), { cause: error });
    this.#faults += 1;
    // Until the new one is there, readers see the old one, which answers nothing.
    await this.#open?.retiring.retire(limits.letGoMsMax);
    this.#opening = undefined;
    await replicas.close(this.#peer.origin).catch(() => undefined);
    if (!this.isStopped) await this.#openLog().catch(() => undefined);
    const nowMs = clock.now();
    const facts = { nowMs, failures: this.#faults, retryAfterMs: undefined, random: random(), limits: replicaLimits };
    const reason = { code: fault.code, words: fault.message, url: '' };
    const pull = { state: 'failed' as const, atMs: nowMs, reason, issues: [] };
    // Where nothing can be written, the next pull says so again.
    await this.change({ pull, nextPullAtMs: nextPollAtMs('failed', facts) }, { durable: false }).catch(() => undefined);
    return fault;
  }

  /** The peer as the operator sees it. */
  async describe(): Promise<FollowedNode> {
    try {
      const { replica } = await this.#openLog();
      this.#held ??= heldBy(replica);
      return describeFollowed(this.#peer, { ...(await this.#held), things: replica.log.head().live });
    } catch {
      this.#held = undefined;
      // Its next pull says why nothing can be read.
      return describeFollowed(this.#peer, { cursor: undefined, leftOut: 0, things: 0 });
    }
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

  /** Lets those who read the replica end; it can be closed then. */
  async retire(): Promise<void> {
    await this.#opening?.catch(() => undefined);
    await this.#open?.retiring.retire(this.#tools.limits.letGoMsMax);
  }
}
