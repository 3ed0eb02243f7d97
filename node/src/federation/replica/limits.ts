const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** What a peer's feed may cost, and how often it is asked. */
export interface ReplicaLimits {
  /** Of arrays and objects in each other; the vocabulary needs less than ten. */
  readonly jsonDepthMax: number;
  /** Values of one document: each takes memory, however short it is written. */
  readonly jsonValuesMax: number;
  readonly descriptionBytesMax: number;
  /** UTF-8 bytes of a thing's path. */
  readonly idBytesMax: number;
  /** UTF-8 bytes of a thing's text, as the log takes it. */
  readonly textBytesMax: number;
  /** Things of one peer, live or not, taken or left out; of one that has more nothing new is taken. */
  readonly thingsMax: number;
  /** Bytes that a replica takes on disk; one that takes more gets nothing new. */
  readonly diskBytesMax: number;
  /** Bytes beyond those that changes of what it holds may still take. */
  readonly diskSpareBytes: number;
  /** Bytes of pages, unpacked, after which it is looked at again. */
  readonly diskLookBytes: number;
  /** Pages of one walk, or of a day of keeping up: a feed need not have an end. */
  readonly walkPagesMax: number;
  /** Entries on them. */
  readonly walkEntriesMax: number;
  /** Bytes of them, unpacked. */
  readonly walkBytesMax: number;
  /** A walk that was too long begins anew after so long. */
  readonly walkAgainMs: number;
  /** Pages that one pull reads; the next one goes on. */
  readonly pagesPerPullMax: number;
  /** Issues that a pull describes; more are counted. */
  readonly issuesKept: number;
  /** Between two looks at a feed that says nothing by itself. */
  readonly pollMs: number;
  /** After the first failure; it doubles with each. */
  readonly retryFirstMs: number;
  readonly retryMsMax: number;
  /** Between two full walks that try to heal the same difference. */
  readonly healMs: number;
}

/** What pulls keep to unless told otherwise. */
export const replicaLimits: ReplicaLimits = {
  jsonDepthMax: 32,
  jsonValuesMax: 1_000_000,
  descriptionBytesMax: 256 << 10,
  idBytesMax: 2_000,
  textBytesMax: 1 << 20,
  thingsMax: 5_000_000,
  diskBytesMax: 8 * 2 ** 30,
  diskSpareBytes: 256 << 20,
  diskLookBytes: 64 << 20,
  walkPagesMax: 100_000,
  walkEntriesMax: 10_000_000,
  walkBytesMax: 16 * 2 ** 30,
  walkAgainMs: 24 * hourMs,
  pagesPerPullMax: 20_000,
  issuesKept: 100,
  pollMs: 5 * minuteMs,
  retryFirstMs: minuteMs / 2,
  retryMsMax: hourMs,
  healMs: hourMs,
};
