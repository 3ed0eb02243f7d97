/** Limits of the control socket. Each is tested at the limit and one past it. */
export const controlLimits = {
  /** Longest path of the socket: systems take 104 to 108 bytes, the end among them. */
  socketPathBytesMax: 100,
  /** Longest line of a request: a source with a large store map. */
  requestBytesMax: 4 << 20,
  /** Longest line of an answer: a report with all the issues that it keeps. */
  answerBytesMax: 64 << 20,
  /** How long a node that stops waits for commands that were asked to stop. */
  stopTimeoutMs: 8_000,
} as const;
