import type { ThingId } from '@openstraat/spec';

/** The node's own actor; no place may be called so. */
export const nodeIdentifier = 'node';

/** What a place's actor tells its followers by itself. */
export const announcements = ['events', 'promotions', 'products'] as const;
export type Announcement = (typeof announcements)[number];

/** An actor that this node speaks for. */
export interface LocalActor {
  /** Last part of its address: `node`, or the key of its place. It never changes. */
  readonly identifier: string;
  /** What stands before the host in its handle. */
  readonly username: string;
  /** What stood there before, the newest first: it is found by those too, and no other actor gets them. Absent where there are none. */
  readonly formerNames?: readonly string[];
  /** The place that it is; undefined for the node itself. */
  readonly place: ThingId | undefined;
  /** What it posts when it is new at its place. */
  readonly announces: readonly Announcement[];
  /** Where it went, when it has moved: its new actor. */
  readonly movedTo: string | undefined;
  /** Actors that it was before it moved here. */
  readonly alsoKnownAs: readonly string[];
  /** RFC 3339. */
  readonly since: string;
}

/** The actors of a node: its own, and those of places that the operator switched on. */
export interface LocalActors {
  /** By identifier. */
  get(identifier: string): LocalActor | undefined;
  /** By its name, or one that it had before. */
  byUsername(username: string): LocalActor | undefined;
  ofPlace(place: ThingId): LocalActor | undefined;
  /** The node's own first, then by identifier. */
  list(): readonly LocalActor[];
  /** When an actor that was here was taken away, RFC 3339. */
  goneSince(identifier: string): string | undefined;
  /** Writes a new or changed actor, and keeps the name that it had. @throws {Fault} `bad-request` for a name that another has or had, or that no server would take; `limit-exceeded` */
  put(actor: LocalActor): Promise<void>;
  /** Takes an actor away; its followers are told before by who calls. */
  remove(identifier: string): Promise<void>;
}
