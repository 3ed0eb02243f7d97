/** Limits of the command line. */
export const cliLimits = {
  /** How long a stopping node may take before the process ends without it. */
  stopTimeoutMs: 10_000,
  /** How long a command waits for a folder that is held: a node that starts holds it before it takes commands. */
  busyWaitMs: 15_000,
  busyPollMs: 250,
  /** Names that a message lists. */
  namesShown: 12,
  /** Lines that a text report shows for one issue code. */
  reportLinesPerCode: 20,
  /** Time between two states of the progress line on a terminal, and between two plain lines elsewhere. */
  progressTerminalMs: 100,
  progressPlainMs: 10_000,
  storesFileBytesMax: 4 << 20,
  manifestBytesMax: 1 << 20,
  manifestDeliveriesMax: 1_000,
  /** Age at which a spooled delivery is left over from a command that was killed. */
  spoolAgeMsMax: 24 * 3_600_000,
  /** Followers that a list shows. */
  followersShown: 10_000,
  /** Domains of a block list that are handed over at once. */
  blocksAtOnce: 1_000,
  /** Lines of an imported list that are told to be wrong, one by one. */
  issuesShown: 20,
} as const;
