/** What an inbox takes. Each is tested at the limit and one past it. */
export const inboxLimits = {
  bodyBytesMax: 256 << 10,
  /** Until the whole body is there. */
  bodyMsMax: 10_000,
  jsonDepthMax: 32,
  jsonValuesMax: 5_000,
  /** Characters of an address or type that an activity names itself by. */
  addressCharactersMax: 2_000,
  /** How far the date of a request may be off, before or after ours. */
  dateSkewMsMax: 3_600_000,
  /** Signatures on one request. */
  signaturesMax: 4,
  /** Requests in a minute: of everybody, of one client, and of one host whose signatures are good. */
  requestsAMinuteMax: 6_000,
  clientRequestsAMinuteMax: 1_200,
  hostActivitiesAMinuteMax: 1_200,
  /** Clients and hosts that are counted at the same time. */
  countedMax: 10_000,
  /** How long an id is known as received; Fedify forgets it after a day. */
  receivedMs: 7 * 86_400_000,
  /** Documents of actors, keys and the like. */
  documentBytesMax: 1 << 20,
  /** How long the key of somebody is trusted before it is read anew. */
  keyMs: 86_400_000,
} as const;
export type InboxLimits = { readonly [name in keyof typeof inboxLimits]: number };
