import { kinds } from '@openstraat/spec';
import { Fault } from '../model/fault.ts';
import type { ActorListing, ActorRequest, KeyListing, KeyRotation, ReplyListing } from './commands.ts';
import type { Block, BlockEffect, BlockRequest, FollowerAction, FollowerListing } from './commands.ts';
import type { FormerlyRequest, MoveListing, MoveOutcome, NodeMoveRequest, PlaceMoveRequest } from './commands.ts';
import type { SourceSettings } from '../model/source-settings.ts';
import type {
  FollowProgress,
  FollowRequest,
  FollowedNode,
  ImportProgress,
  ImportReport,
  ImportRequest,
  NewsOutcome,
  NewsRequest,
  NodeStats,
  OpenNode,
  PostListing,
  PostRequest,
  SourceListing,
} from './commands.ts';

/** A report of an import in which nothing happened, with changes. For tests. */
export const fakeReport = (changes: Partial<ImportReport> = {}): ImportReport => ({
  source: 'fietsen-jansen',
  file: '/deliveries/stock.csv',
  format: 'barcodes-and-stock',
  dryRun: false,
  observedAt: '2026-03-02T06:00:00Z',
  rows: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  removed: 0,
  refused: 0,
  warnings: 0,
  issues: [],
  issuesDropped: 0,
  outcome: 'complete',
  elapsedMs: 1_500,
  ...changes,
});

export const fakeStats: NodeStats = {
  name: 'Winkels in Waterveen',
  origin: 'https://winkels.waterveen.example',
  epoch: 'e1',
  position: 12,
  digest: '0'.repeat(64),
  live: 3,
  liveByKind: { ...Object.fromEntries(kinds.map((kind) => [kind, 0])), Place: 3 } as NodeStats['liveByKind'],
  tombstones: 1,
  sources: 1,
  probableDuplicates: [],
};

/** A followed node whose feed is read, with changes. */
export const fakeFollowed = (changes: Partial<FollowedNode> = {}): FollowedNode => ({
  origin: 'https://winkels.elders.example',
  name: 'Winkels elders',
  since: '2026-03-02T06:00:00.000Z',
  followState: 'accepted',
  state: 'current',
  things: 3,
  leftOut: 0,
  issues: [],
  digest: 'agrees',
  lastPull: '2026-03-02T06:05:00.000Z',
  nextPull: '2026-03-02T06:10:00.000Z',
  ...changes,
});

/** A post that was said, with changes. For tests. */
export const fakePost = (changes: Partial<PostListing> = {}): PostListing => ({
  id: 'p1',
  address: 'https://winkels.waterveen.example/posts/p1',
  actor: '@fietsen-jansen@winkels.waterveen.example',
  state: 'published',
  published: '2026-03-02T06:00:00Z',
  text: 'Morgen open',
  language: 'nl',
  pictures: [],
  sent: true,
  ...changes,
});

/** An actor of a place, with changes. */
export const fakeActor = (changes: Partial<ActorListing> = {}, name = 'jansen'): ActorListing => ({
  identifier: 'fietsen-jansen',
  handle: `@${name}@winkels.waterveen.example`,
  address: 'https://winkels.waterveen.example/actors/fietsen-jansen',
  page: 'https://winkels.waterveen.example/places/fietsen-jansen',
  followers: 2,
  announces: ['events', 'promotions'],
  since: '2026-03-02T06:00:00Z',
  ...changes,
});

const fakeKeys: KeyListing[] = [
  {
    owner: 'feed',
    id: 'https://winkels.waterveen.example/.well-known/openstraat#key-1',
    algorithm: 'Ed25519',
    state: 'valid',
    validFrom: '2026-03-01T06:00:00Z',
    revoked: '2026-03-09T06:00:00Z',
  },
  {
    owner: 'feed',
    id: 'https://winkels.waterveen.example/.well-known/openstraat#key-2',
    algorithm: 'Ed25519',
    state: 'signs',
    validFrom: '2026-03-02T06:00:00Z',
  },
];

const fakeMove: MoveOutcome = {
  from: 'https://winkels.waterveen.example',
  to: 'https://winkels.elders.example/places/jansen',
  things: 3,
  actors: 1,
  followers: 2,
};

const fakeMoves: MoveListing = {
  places: [{ from: 'https://winkels.waterveen.example/places/a', to: 'https://elders.example/places/a', things: 3 }],
  formerly: ['https://oud.example'],
  actors: [{ handle: '@jansen@winkels.waterveen.example', formerly: ['https://oud.example/actors/jansen'] }],
};

/** A node that keeps its sources in memory and notes what it was asked. For tests of what commands it. */
export class FakeNode implements OpenNode {
  readonly imports: ImportRequest[] = [];
  readonly sources = new Map<string, SourceSettings>();
  readonly backups: string[] = [];
  readonly posts: PostRequest[] = [];
  exported: readonly string[] = ['{"id":"/places/a"}\n', '{"id":"/places/b"}\n'];
  problems: string[] = [];
  readonly actors: ActorListing[] = [];
  readonly rotations: KeyRotation[] = [];
  disposed = false;
  /** Stands for the import itself. */
  onImport: (
    request: ImportRequest,
    progress: (event: ImportProgress) => void,
    signal: AbortSignal | undefined,
  ) => Promise<ImportReport> = (request) =>
    Promise.resolve(fakeReport({ source: request.source, file: request.file, dryRun: request.dryRun }));

  async importFile(
    request: ImportRequest,
    progress: (event: ImportProgress) => void,
    signal?: AbortSignal,
  ): Promise<ImportReport> {
    this.imports.push(request);
    if (request.settings !== undefined && !request.dryRun) this.sources.set(request.source, request.settings);
    return this.onImport(request, progress, signal);
  }
  listSources(): Promise<SourceListing[]> {
    return Promise.resolve([...this.sources.values()].map((settings) => ({ settings })));
  }
  saveSource(settings: SourceSettings): Promise<void> {
    this.sources.set(settings.name, settings);
    return Promise.resolve();
  }
  removeSource({ name }: { name: string }): Promise<{ removed: number }> {
    if (!this.sources.delete(name)) throw new Fault('source-unknown', `There is no source ${name}.`);
    return Promise.resolve({ removed: 2 });
  }
  followed: FollowedNode[] = [];
  /** Stands for the reading of a feed. */
  onPull: (
    node: FollowedNode,
    progress: (event: FollowProgress) => void,
    signal: AbortSignal | undefined,
  ) => Promise<FollowedNode> = (node) => Promise.resolve(node);

  follow(
    { node }: FollowRequest,
    progress: (event: FollowProgress) => void,
    signal?: AbortSignal,
  ): Promise<FollowedNode> {
    const followed = fakeFollowed({ origin: `https://${node}` });
    this.followed.push(followed);
    return this.onPull(followed, progress, signal);
  }
  unfollow({ node }: FollowRequest): Promise<FollowedNode> {
    const at = this.followed.findIndex(({ origin }) => origin.includes(node));
    const [followed] = at < 0 ? [] : this.followed.splice(at, 1);
    return followed === undefined
      ? Promise.reject(new Fault('peer-unknown', `${node} is not followed.`))
      : Promise.resolve(followed);
  }
  listFollowing(): Promise<FollowedNode[]> {
    return Promise.resolve(this.followed);
  }
  pullFollowed(
    { node }: Partial<FollowRequest>,
    progress: (event: FollowProgress) => void,
    signal?: AbortSignal,
  ): Promise<FollowedNode[]> {
    const asked = this.followed.filter(({ origin }) => node === undefined || origin.includes(node));
    return Promise.all(asked.map((one) => this.onPull(one, progress, signal)));
  }
  listActors(): Promise<ActorListing[]> {
    return Promise.resolve(this.actors);
  }
  switchActorOn({ place, name, announces }: ActorRequest): Promise<ActorListing> {
    const actor = fakeActor({ identifier: place, ...(announces === undefined ? {} : { announces }) }, name);
    this.actors.push(actor);
    return Promise.resolve(actor);
  }
  switchActorOff({ place }: { place: string }): Promise<ActorListing> {
    const at = this.actors.findIndex(({ identifier }) => identifier === place);
    const [actor] = at < 0 ? [] : this.actors.splice(at, 1);
    return actor === undefined
      ? Promise.reject(new Fault('not-found', `"${place}" has no actor.`))
      : Promise.resolve(actor);
  }
  /** What was asked of it about moving. */
  readonly moves: object[] = [];
  #noteMove<T>(request: object, answer: T): Promise<T> {
    this.moves.push(request);
    return Promise.resolve(answer);
  }
  movePlace(request: PlaceMoveRequest): Promise<MoveOutcome> {
    return this.#noteMove(request, { ...fakeMove, from: `https://winkels.waterveen.example/places/${request.place}` });
  }
  moveNode(request: NodeMoveRequest): Promise<MoveOutcome> {
    return this.#noteMove(request, { ...fakeMove, to: request.to });
  }
  sayFormerly(request: FormerlyRequest): Promise<MoveListing> {
    return this.#noteMove(request, fakeMoves);
  }
  undoMove(request: { place?: string }): Promise<MoveListing> {
    return this.#noteMove(request, { places: [], formerly: [], actors: [] });
  }
  listMoves(): Promise<MoveListing> {
    return Promise.resolve(fakeMoves);
  }
  listKeys(): Promise<KeyListing[]> {
    return Promise.resolve(fakeKeys);
  }
  rotateKeys(request: KeyRotation): Promise<KeyListing[]> {
    this.rotations.push(request);
    return Promise.resolve(fakeKeys);
  }
  followers: FollowerListing[] = [];
  readonly blocks = new Map<string, Block>();
  ownDomain = 'winkels.waterveen.example';
  listFollowers({ asking, limit }: { asking: boolean; limit: number }): Promise<FollowerListing[]> {
    return Promise.resolve(this.followers.filter(({ state }) => !asking || state === 'asked').slice(0, limit));
  }
  tendFollower({ follower, action }: { follower: string; action: FollowerAction }): Promise<FollowerListing[]> {
    const meant = this.followers.filter(({ id, handle }) => id === follower || handle === follower);
    if (meant.length === 0) return Promise.reject(new Fault('not-found', `${follower} follows nobody here.`));
    if (action === 'accept') for (const one of meant) one.state = 'accepted';
    else this.followers = this.followers.filter((one) => !meant.includes(one));
    return Promise.resolve(meant);
  }
  listBlocks(): Promise<Block[]> {
    return Promise.resolve([...this.blocks.values()]);
  }
  putBlocks({ blocks }: { blocks: BlockRequest[] }): Promise<BlockEffect> {
    const own = blocks.map(({ domain }) => domain).filter((domain) => domain === this.ownDomain);
    for (const block of blocks)
      if (block.domain !== this.ownDomain) this.blocks.set(block.domain, { ...block, since: '2026-03-02T06:00:00Z' });
    return Promise.resolve({ changed: blocks.length - own.length, followers: 1, unfollowed: [], own });
  }
  removeBlock({ domain }: { domain: string }): Promise<{ domain: string }> {
    if (!this.blocks.delete(domain)) return Promise.reject(new Fault('not-found', `${domain} is not on the list.`));
    return Promise.resolve({ domain });
  }
  reply: ReplyListing = {
    id: 'r1',
    kind: 'reply',
    address: 'https://mastodon.example/@anna/1',
    sender: 'https://mastodon.example/users/anna',
    actor: '@fietsen-jansen@winkels.waterveen.example',
    post: 'https://winkels.waterveen.example/posts/p1',
    text: 'Leuk!\u0007\n<b>',
    received: '2026-03-02T06:00:00Z',
    public: true,
    shown: false,
  };
  publishPost(request: PostRequest): Promise<PostListing> {
    this.posts.push(request);
    return Promise.resolve(fakePost({ text: request.text }));
  }
  takeNews({ rows }: { rows: NewsRequest[] }): Promise<NewsOutcome[]> {
    this.posts.push(...rows);
    return Promise.resolve(rows.map(({ line }) => ({ line, outcome: 'sent', post: `p${line}` })));
  }
  listPosts(): Promise<{ scheduled: PostListing[]; said: PostListing[] }> {
    return Promise.resolve({
      scheduled: [fakePost({ id: 'p2', state: 'scheduled', sent: false })],
      said: [fakePost()],
    });
  }
  editPost({ id, text }: { id: string; text: string }): Promise<PostListing> {
    return Promise.resolve(fakePost({ id, text }));
  }
  deletePost({ id }: { id: string }): Promise<PostListing> {
    return Promise.resolve(fakePost({ id, state: 'deleted' }));
  }
  listReplies(): Promise<ReplyListing[]> {
    return Promise.resolve([this.reply]);
  }
  async showReply({ id }: { id: string }): Promise<ReplyListing> {
    await this.deleteReply({ id });
    return { ...this.reply, shown: true };
  }
  async hideReply({ id }: { id: string }): Promise<ReplyListing> {
    await this.deleteReply({ id });
    return { ...this.reply, shown: false };
  }
  deleteReply({ id }: { id: string }): Promise<void> {
    return id === 'r1' ? Promise.resolve() : Promise.reject(new Fault('not-found', `There is no reply ${id}.`));
  }
  async exportThings(
    _request: unknown,
    write: (chunk: string) => Promise<void> | void,
    signal?: AbortSignal,
  ): Promise<{ things: number }> {
    let things = 0;
    for (const chunk of this.exported) {
      if (signal?.aborted === true) break;
      await write(chunk);
      things += 1;
    }
    return { things };
  }
  backup({ folder }: { folder: string }): Promise<{ things: number; position: number }> {
    this.backups.push(folder);
    return Promise.resolve({ things: 3, position: 12 });
  }
  verify(): Promise<{ problems: string[]; things: number }> {
    return Promise.resolve({ problems: this.problems, things: 3 });
  }
  stats(): Promise<NodeStats> {
    return Promise.resolve(fakeStats);
  }
  listen({ host, port }: { host: string; port: number }): Promise<{ url: string }> {
    return Promise.resolve({ url: `http://${host}:${port}` });
  }
  sampleOf(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
  [Symbol.asyncDispose](): Promise<void> {
    this.disposed = true;
    return Promise.resolve();
  }
}
