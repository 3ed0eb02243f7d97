/** What a test of a reader keeps to. */
export interface ConsumerLimits {
  /** A visit that takes longer is ended; longer than `stillMsMax`, so that it can be seen. */
  readonly visitMs: number;
  /** CONS-017: so long may an answer stand still. */
  readonly stillMsMax: number;
  /** CONS-018: so much of one answer may a reader take. */
  readonly answerBytesMax: number;
  /** What may be on its way, in buffers, when a reader has had enough. */
  readonly bufferedBytesMax: number;
  /** Feeds that are read at the same time. */
  readonly scenariosAtOnce: number;
  /** Requests in one visit, after which it is answered no more: a reader that circles has shown it long before. */
  readonly requestsPerVisitMax: number;
  /** How much of what a reader says is listened to. */
  readonly outputBytesMax: number;
}

/** What a test keeps to unless it is told otherwise. */
export const consumerLimits: ConsumerLimits = {
  visitMs: 90_000,
  stillMsMax: 60_000,
  answerBytesMax: 128 * 1024 * 1024,
  bufferedBytesMax: 16 * 1024 * 1024,
  scenariosAtOnce: 4,
  requestsPerVisitMax: 100,
  outputBytesMax: 1024 * 1024,
};
