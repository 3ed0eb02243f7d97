/** Limits of the store that federation keeps. Each is tested at the limit and one past it. */
export const storeLimits = {
  /** Rows of one group of writes, unless a single call brings more. */
  groupRowsMax: 10_000,
  /** UTF-8 bytes of a key, as stored. */
  keyBytesMax: 4_096,
  /** UTF-8 bytes of a value of the key-value store: cached keys and documents. */
  valueBytesMax: 4 << 20,
  /** Expired values that one step of a sweep looks at. */
  sweepRowsMax: 1_000,
  /** Between two sweeps of what expired. */
  sweepIntervalMs: 600_000,
} as const;

/** What following other nodes keeps to. */
export interface FollowingLimits {
  /** Nodes that one node follows. */
  readonly peersMax: number;
  /** Feeds that are read at the same time, of each lane; the others wait. */
  readonly pullsAtOnce: number;
  /** After so long a pull leaves its place to others, behind the page at hand. */
  readonly pullMs: number;
  /** A feed whose last pull took this long waits in a lane with its like. */
  readonly slowPullMs: number;
  /** Replicas that are opened at the same time. */
  readonly opensAtOnce: number;
  /** Between two looks at which feeds are due. */
  readonly lookMs: number;
  /** Between the beginnings of two pulls that a peer's notices ask for. */
  readonly noticePullMs: number;
  /** How long a peer has to answer before it is asked for notices again. */
  readonly answerMsMax: number;
  /** Polls that find changes of which a peer that promised notices sent none, before it is asked again. */
  readonly unheardMax: number;
  /** Between two such questions. */
  readonly askAgainMs: number;
  /** How long a person who asks for a pull waits for an answer that still holds to end. */
  readonly freshWaitMsMax: number;
  /** How long what a node left behind is kept, when its new address can't be read to the end. */
  readonly leavingMsMax: number;
  /** Between two clearings of a replica's old tombstones. */
  readonly tombstonesMs: number;
  /** How long whoever reads a replica has to let go of it. */
  readonly letGoMsMax: number;
  /** Issues of the last pull that the operator is shown. */
  readonly issuesShown: number;
  /** UTF-8 bytes of an answer of WebFinger, or of an actor. */
  readonly actorBytesMax: number;
}

/** Limits of following; what one feed may cost stands in `replica/limits.ts`. Each is tested at the limit and one past it. */
export const followingLimits: FollowingLimits = {
  peersMax: 500,
  pullsAtOnce: 4,
  pullMs: 30_000,
  slowPullMs: 5_000,
  opensAtOnce: 8,
  lookMs: 1_000,
  noticePullMs: 1_000,
  answerMsMax: 86_400_000,
  unheardMax: 2,
  askAgainMs: 3_600_000,
  freshWaitMsMax: 10_000,
  leavingMsMax: 3 * 86_400_000,
  tombstonesMs: 86_400_000,
  letGoMsMax: 10_000,
  issuesShown: 10,
  actorBytesMax: 256 << 10,
};

/** What a queue of messages keeps to. */
export interface QueueLimits {
  /** UTF-8 bytes of one message as stored; a fan-out names every inbox that it goes to. */
  readonly messageBytesMax: number;
  /** Messages that one call adds: all of them or none. */
  readonly messagesAtOnceMax: number;
  /** Messages of one queue, delayed ones included; more are refused. */
  readonly messagesMax: number;
  /** Messages handed to handlers at the same time, of one queue. */
  readonly handlersAtOnce: number;
  /** Of those, messages that come from one host, or go to one. */
  readonly handlersAHost: number;
  /** Messages that are read ahead of the handlers. */
  readonly messagesAhead: number;
  /** Messages known to wait for another of their ordering key, for a place of their host, or to be tried again; nothing is read ahead of more. */
  readonly messagesHeldMax: number;
  /** A handler that takes longer has failed. */
  readonly handlerMsMax: number;
  /** Times that a message is handed out before it is parked. */
  readonly attemptsMax: number;
  /** Before the second attempt; doubled for each further one. */
  readonly retryMs: number;
  /** Parked messages that are kept; the oldest go. */
  readonly parkedMax: number;
  /** Between two looks at the clock, which may have been set. */
  readonly clockLookMs: number;
}

/** Limits of the queues. Each is tested at the limit and one past it. */
export const queueLimits: QueueLimits = {
  messageBytesMax: 16 << 20,
  messagesAtOnceMax: 100_000,
  messagesMax: 1_000_000,
  handlersAtOnce: 64,
  handlersAHost: 4,
  messagesAhead: 256,
  messagesHeldMax: 1_000_000,
  handlerMsMax: 300_000,
  attemptsMax: 5,
  retryMs: 1_000,
  parkedMax: 10_000,
  clockLookMs: 1_000,
};
