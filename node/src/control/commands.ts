import type { Kind } from '@openstraat/spec';
import type { Logger } from 'pino';
import type { NodeKeys, NodeSettings } from '../config/settings.ts';
import type { Clock } from '../model/clock.ts';
import type { Block, BlockEffect, BlockRequest } from '../model/block.ts';
import type { FollowerAction, FollowerListing } from '../model/follower-listing.ts';
import type { FollowedNode, FollowProgress } from '../model/followed-node.ts';
import type { ActorListing, ActorRequest } from '../model/actor-listing.ts';
import type { ImportProgress, ImportReport } from '../model/import-report.ts';
import type { NewsOutcome, NewsRequest, PostListing, PostRequest, ReplyListing } from '../model/post.ts';
import type { KeyListing, KeyRotation } from '../model/key-listing.ts';
import type { FormerlyRequest, MoveListing, MoveOutcome, NodeMoveRequest, PlaceMoveRequest } from '../model/move.ts';
import type { SourceSettings } from '../model/source-settings.ts';

/** What can be asked of an open node, in its own process or through its control socket. Every answer is plain JSON. */
export interface NodeCommands {
  /**
   * Imports one file.
   * @param signal asks it to stop: it does so between two batches, and the report says `stopped`
   * @throws {Fault} `source-unknown`, `file-unreadable`, `format-unknown`, `limit-exceeded`, `import-running`, `disk-full`
   */
  importFile(
    request: ImportRequest,
    progress: (event: ImportProgress) => void,
    signal?: AbortSignal,
  ): Promise<ImportReport>;
  /** Every source, by name. */
  listSources(): Promise<SourceListing[]>;
  /** Keeps a source's settings, new or changed. */
  saveSource(settings: SourceSettings): Promise<void>;
  /**
   * Removes a source, and what only it brought.
   * @throws {Fault} `source-unknown`; `shrink` when too much would go without `allowShrink`
   */
  removeSource(request: RemoveSourceRequest): Promise<{ removed: number }>;
  /**
   * Follows a node, and reads its feed to the end.
   * @param signal ends the reading; a node that runs goes on by itself
   * @throws {Fault} `usage`, `bad-request`, `peer-unusable`, `limit-exceeded`
   */
  follow(
    request: FollowRequest,
    progress: (event: FollowProgress) => void,
    signal?: AbortSignal,
  ): Promise<FollowedNode>;
  /** Unfollows a node. @returns what was last known of it @throws {Fault} `usage`, `peer-unknown` */
  unfollow(request: FollowRequest): Promise<FollowedNode>;
  /** Every node that is followed, by origin. */
  listFollowing(): Promise<FollowedNode[]>;
  /** Reads the feed of one followed node, or of all, now. @throws {Fault} `usage`, `peer-unknown` */
  pullFollowed(
    request: Partial<FollowRequest>,
    progress: (event: FollowProgress) => void,
    signal?: AbortSignal,
  ): Promise<FollowedNode[]>;
  /** Every actor of the node, its own first. */
  listActors(): Promise<ActorListing[]>;
  /** Gives a place an actor, or changes the one that it has. @throws {Fault} `place-unknown`, `bad-request`, `limit-exceeded` */
  switchActorOn(request: ActorRequest): Promise<ActorListing>;
  /** Takes a place's actor away, and tells its followers. @returns what it was @throws {Fault} `place-unknown`, `not-found`, `bad-request` */
  switchActorOff(request: { place: string }): Promise<ActorListing>;
  /**
   * Lets a place live on at another node, with its followers; what moved before is told again.
   * @throws {Fault} `place-unknown`, `bad-request`, `moved`, `peer-unusable`
   */
  movePlace(request: PlaceMoveRequest): Promise<MoveOutcome>;
  /** Lets the whole node live on under another origin; called again, it goes on. @throws {Fault} `bad-request`, `moved`, `peer-unusable`, `shrink` */
  moveNode(request: NodeMoveRequest): Promise<MoveOutcome>;
  /** Says of the node and its actors that they were at another origin before. @throws {Fault} `bad-request`, `peer-unusable`, `limit-exceeded` */
  sayFormerly(request: FormerlyRequest): Promise<MoveListing>;
  /** Takes back that a place moved away, or the node where none is named. @throws {Fault} `bad-request`, `place-unknown` */
  undoMove(request: { place?: string }): Promise<MoveListing>;
  listMoves(): Promise<MoveListing>;
  /** Every public key of the node and of its actors. */
  listKeys(): Promise<KeyListing[]>;
  /** Makes new keys, and uses them from now on. @returns all keys @throws {Fault} `bad-request`, `limit-exceeded`, `settings-invalid`, `disk-full` */
  rotateKeys(request: KeyRotation): Promise<KeyListing[]>;
  /** Who follows the node and its places, by actor and address; `asking`: those alone that wait for an answer. */
  listFollowers(request: { asking: boolean; limit: number }): Promise<FollowerListing[]>;
  /**
   * Answers somebody who asks to follow, or takes a follower away.
   * @param request.place the actor that it is about, as people name it; all when absent
   * @returns what was changed
   * @throws {Fault} `not-found`, `bad-request`, `limit-exceeded`
   */
  tendFollower(request: { follower: string; action: FollowerAction; place?: string }): Promise<FollowerListing[]>;
  /** The block list, by domain. */
  listBlocks(): Promise<Block[]>;
  /**
   * Puts domains on the block list; followers there go, and nodes there are no longer followed.
   * @param request.more further ones come: what follows from all is done with the last
   * @throws {Fault} `bad-request`, `limit-exceeded`
   */
  putBlocks(request: { blocks: BlockRequest[]; more: boolean }): Promise<BlockEffect>;
  /** Takes a domain off the block list. @throws {Fault} `bad-request`, `not-found` */
  removeBlock(request: { domain: string }): Promise<{ domain: string }>;
  /** Says something, now or later. @throws {Fault} `bad-request`, `not-found`, `limit-exceeded` */
  publishPost(request: PostRequest): Promise<PostListing>;
  /** Takes the rows of a file of news, each once; what is wrong with a row stands in its outcome. */
  takeNews(request: { rows: NewsRequest[] }): Promise<NewsOutcome[]>;
  /** What waits for its time, the next first, and what was said, the newest first; of one place, or of all actors. @throws {Fault} `not-found` */
  listPosts(request: { place?: string; limit: number }): Promise<{ scheduled: PostListing[]; said: PostListing[] }>;
  /** @throws {Fault} `not-found`, `bad-request` */
  editPost(request: { id: string; text: string }): Promise<PostListing>;
  /** @throws {Fault} `not-found` */
  deletePost(request: { id: string }): Promise<PostListing>;
  /** What others said to the actors, or to that of one place, newest first. @throws {Fault} `not-found` */
  listReplies(request: { place?: string; limit: number }): Promise<ReplyListing[]>;
  /** Shows a reply to everybody, as it is now, until its author changes it. @throws {Fault} `not-found`, `bad-request`, `limit-exceeded` */
  showReply(request: { id: string }): Promise<ReplyListing>;
  /** Shows a reply to nobody but the operator. @throws {Fault} `not-found` */
  hideReply(request: { id: string }): Promise<ReplyListing>;
  /** Forgets one. @throws {Fault} `not-found` */
  deleteReply(request: { id: string }): Promise<void>;
  /**
   * Writes every live thing, one a line, and waits for `write` after each piece.
   * @param signal stops it: the answer then counts what was written
   */
  exportThings(
    request: ExportRequest,
    write: (chunk: string) => Promise<void> | void,
    signal?: AbortSignal,
  ): Promise<{ things: number }>;
  /** Copies the log, the settings and the keys, as they are at one instant, into a new or empty folder. */
  backup(request: { folder: string }): Promise<{ things: number; position: number }>;
  /** Counts the log again, and compares it with its counters, keys and digest. */
  verify(): Promise<{ problems: string[]; things: number }>;
  stats(): Promise<NodeStats>;
}

export interface ImportRequest {
  /** Absolute path. */
  file: string;
  /** Name of the source that delivers it. */
  source: string;
  /** Settings to keep for that source before the import; a dry run uses them without keeping them. */
  settings?: SourceSettings;
  /** Name of the format; absent: known by the file's content. */
  format?: string;
  /** Reads and checks everything, writes nothing. */
  dryRun: boolean;
  /** The file is not all that the source has: nothing is removed. */
  partial: boolean;
  /** The file is an export of a node: its things keep the sources that they name. */
  asStated?: boolean;
  /** Lets a delivery remove more than a third of what its source brought. */
  allowShrink: boolean;
}

export type { ImportProgress, ImportReport };

export interface SourceListing {
  settings: SourceSettings;
  /** When its last full delivery was observed, RFC 3339. */
  lastDelivery?: string;
}

export interface RemoveSourceRequest {
  name: string;
  allowShrink: boolean;
}

export interface FollowRequest {
  /** Host, web address or handle. */
  node: string;
}

export type { ActorListing, ActorRequest, KeyListing, KeyRotation, FollowedNode, FollowProgress };

export type { FormerlyRequest, MoveListing, MoveOutcome, NodeMoveRequest, PlaceMoveRequest };

export type { Block, BlockEffect, BlockRequest, FollowerAction, FollowerListing };

export type { NewsOutcome, NewsRequest, PostListing, PostRequest, ReplyListing };

export const exportFormats = ['ndjson', 'nquads'] as const;
type ExportFormat = (typeof exportFormats)[number];
interface ExportRequest {
  format: ExportFormat;
}

export interface NodeStats {
  name: string;
  origin: string;
  /** The origin that the whole node has moved to; absent while it is here. */
  movedTo?: string;
  epoch: string;
  /** Position of the head. */
  position: number;
  digest: string;
  live: number;
  liveByKind: Record<Kind, number>;
  tombstones: number;
  sources: number;
  /** Places that may be the same one, for the operator to look at: by IRI, with why. */
  probableDuplicates: { first: string; second: string; reason: string }[];
}

/** What `openNode` takes. */
export interface OpenNodeConfig {
  /** Absolute path of the data folder, which is initialised. */
  readonly dataFolder: string;
  readonly settings: NodeSettings;
  readonly keys: NodeKeys;
  /** What to do when the log was made under another origin than the settings name. */
  readonly onOriginChange: 'refuse' | 'change';
  readonly logger: Logger;
  /** The system's clock when absent. */
  readonly clock?: Clock;
}

/** An open node: it holds its data folder until it is disposed. */
export interface OpenNode extends NodeCommands, AsyncDisposable {
  /** @throws {Fault} `port-in-use` */
  listen(address: { readonly host: string; readonly port: number }): Promise<{ readonly url: string }>;
  /** IRI of one live thing of this kind, to show; undefined when there is none. */
  sampleOf(kind: Kind): Promise<string | undefined>;
}

/** @throws {Fault} `data-folder-busy` when another process holds the folder, `origin-changed`, `log-corrupt` */
export type OpenNodeFunction = (config: OpenNodeConfig) => Promise<OpenNode>;
