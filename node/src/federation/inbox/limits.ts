/** What an inbox takes. Each is tested at the limit and one past it. */
export const inboxLimits = {
  bodyBytesMax: 256 << 10,
  /** Until the whole body is there. */
  bodyMsMax: 10_000,
  jsonDepthMax: 32,
  jsonValuesMax: 5_000,
  /** Objects in an activity, itself included: each takes the JSON-LD processor about a millisecond. */
  objectsMax: 250,
  /** Characters of an address or type that an activity names itself by. */
  addressCharactersMax: 2_000,
  /** Requests in a minute: of everybody, of one client, and of one site whose signatures are good. */
  requestsAMinuteMax: 6_000,
  clientRequestsAMinuteMax: 1_200,
  hostActivitiesAMinuteMax: 1_200,
  /** Clients and sites that are counted at the same time. */
  countedMax: 10_000,
  /** How long an id is known as received. Nothing can be sent again after the hour for which a signature counts. */
  receivedMs: 2 * 86_400_000,
  /** Documents of actors, keys and the like. */
  documentBytesMax: 1 << 20,
  /** How long the form of signatures that a server asks for is known. */
  formKnownMs: 7 * 86_400_000,
} as const;
export type InboxLimits = { readonly [name in keyof typeof inboxLimits]: number };

/** How the keys of others are read. */
export const keyLimits = {
  /** Characters of the address of a key or its owner. */
  addressCharactersMax: 2_000,
  /** Characters of a key in PEM; RSA of 8,192 bits has half of them. */
  keyCharactersMax: 3_000,
  keysMax: 5_000,
  /** How long a key is trusted before it is read anew. */
  keyMs: 86_400_000,
  /** How long one that could not be read is not asked for again. */
  keyMissingMs: 10_000,
  /** A key that does not fit is read again, unless its host was asked for it so lately. */
  keyAnewMs: 30_000,
  /** Until a key is there, its owner and all waiting included. */
  keyReadMsMax: 10_000,
  /** Keys of one site in a minute: such as are not known yet, and such as did not fit. */
  hostKeysAMinuteMax: 300,
  hostKeysAnewAMinuteMax: 10,
  /** Requests that wait for a key: in all, and for keys of one site (`fetching/site-of.ts`). */
  waitingMax: 64,
  waitingOfHostMax: 8,
  /** Seconds after which who was sent away may come back. */
  waitSeconds: 10,
  /** Sites that are counted at the same time. */
  countedMax: 10_000,
} as const;
export type KeyLimits = { readonly [name in keyof typeof keyLimits]: number };
