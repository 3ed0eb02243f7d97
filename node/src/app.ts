import { kindModels, signedCheckpointSchema } from '@openstraat/spec';
import { createBlockCommands } from './app/block-commands.ts';
import { createFollowerCommands } from './app/follower-commands.ts';
import { createFileImporter } from './app/import-file.ts';
import { createViewFollower } from './app/follow-logs.ts';
import { listen } from './app/listen.ts';
import { type NodeActivityPub, openActivityPub } from './app/open-activitypub.ts';
import { openFederation } from './app/open-federation.ts';
import { createActorCommands } from './app/actor-commands.ts';
import { createKeyCommands } from './app/key-commands.ts';
import { createKeyRing } from './app/key-ring.ts';
import { createLogCommands } from './app/log-commands.ts';
import { createMoveCommands } from './app/move-commands.ts';
import { openGazetteer } from './app/open-gazetteer.ts';
import { createPostCommands } from './app/post-commands.ts';
import { startRetention } from './app/retention.ts';
import { createSourceLocks } from './app/source-locks.ts';
import { listSources, removeSource, saveSource } from './app/sources.ts';
import { openWhereabouts } from './app/whereabouts.ts';
import { dataFolder } from './config/data-folder.ts';
import { writeKeys } from './config/keys-file.ts';
import { writeSettings } from './config/settings-file.ts';
import type { OpenNode, OpenNodeConfig } from './control/commands.ts';
import { nodeIdentifier } from './federation/actors/local-actor.ts';
import { createRemoteFollow } from './federation/remote-follow/create-remote-follow.ts';
import { createOpeningTimes } from './hours/opening-times.ts';
import { createNodeMetrics } from './http/metrics.ts';
import { createIngest } from './ingest/ingest.ts';
import { openLevelChangeLog } from './log/open-level-change-log.ts';
import { systemClock } from './model/clock.ts';
import type { OutputContext } from './output/context.ts';
import { createCheckpointIssuer } from './output/feed/checkpoint-issuer.ts';
import type { Neighbours } from './output/neighbours.ts';
import { createWebApp } from './output/web-app.ts';
import { createLibrary } from './project/library.ts';
import { createViews } from './project/views.ts';
import { createSearch } from './search/create-search.ts';
import { deriveCursorKey } from './search/cursor-key.ts';
import { createLocate } from './search/locate.ts';

/** Among the records of the node: the origin that its actors had when the state of federation was last opened. */
const federatedUnderRecord = 'federatedUnder';

/**
 * Opens a node's data folder and wires everything by hand: log, ingest, views, outputs.
 * @throws {Fault} `data-folder-busy`, `origin-changed`, `log-corrupt`, `settings-invalid`, `disk-full`
 */
export const openNode = async (config: OpenNodeConfig): Promise<OpenNode> => {
  const { settings, logger } = config;
  const keys = createKeyRing(config.keys);
  const clock = config.clock ?? systemClock;
  const folder = dataFolder(config.dataFolder);
  const gazetteer = await openGazetteer(settings.gazetteer);
  // What is opened later is closed sooner, also when something in between can't be opened.
  await using opened = new AsyncDisposableStack();
  const log = opened.use(
    await openLevelChangeLog(folder.log, { origin: settings.origin, clock, onOriginChange: config.onOriginChange }),
  );
  const ingest = createIngest(log);
  opened.defer(() => ingest.flush());
  const whereabouts = await openWhereabouts(log, ingest);
  const views = createViews({
    language: settings.language,
    onFault: (fault) =>
      logger.error({ err: fault }, 'the search index could not be merged; it goes on with what it has'),
    onReplicaFault: (origin, fault) =>
      logger.warn({ err: fault, origin }, 'what another node has could not be read; it is tried again later'),
  });
  await views.places.follow(log);
  const library = createLibrary(log, () => federation.following.logs());
  const viewFollower = createViewFollower(views, library, (fault) =>
    logger.error({ err: fault }, 'the search index could not follow the log'),
  );
  // A stop in between does it again: both halves can be.
  const federatedUnder = await log.record('node', federatedUnderRecord);
  const federation = opened.use(
    await openFederation({
      folder,
      settings,
      keys,
      clock,
      logger,
      isElsewhere: federatedUnder !== undefined && federatedUnder !== settings.origin,
      onChange: () => viewFollower.catchUpWithAll(),
      courier: () => activityPub.courier,
    }),
  );
  // Nothing reads a replica any more when it is closed.
  opened.use(viewFollower);
  opened.use(federation.following);
  if (federatedUnder !== settings.origin) await ingest.remember(federatedUnderRecord, settings.origin);
  const metrics = createNodeMetrics(log, () => federation.following.list());
  const activityPub: NodeActivityPub = opened.use(
    await openActivityPub({
      folder,
      settings,
      log,
      store: federation.store,
      blocks: federation.blocks,
      fetcher: federation.fetcher,
      followed: () => federation.following,
      countInbox: (outcome) => metrics.inboxActivity(outcome),
      clock,
      logger,
    }),
  );
  const issuer = createCheckpointIssuer({
    origin: settings.origin,
    keys,
    clock,
    async load() {
      const stored = await log.record('node', 'checkpoint');
      return stored === undefined ? undefined : signedCheckpointSchema.parse(JSON.parse(stored));
    },
    remember: (checkpoint) => ingest.remember('checkpoint', JSON.stringify(checkpoint)),
  });
  const neighbours: Neighbours = {
    nameOf: (origin) => federation.following.nameOf(origin),
    following: () => federation.following.list(),
    followers: async () => activityPub.followers.nodes(nodeIdentifier).flatMap(({ node }) => node ?? []),
  };
  const output: OutputContext = {
    log,
    library,
    neighbours,
    whereabouts,
    remoteFollow: createRemoteFollow({
      actors: activityPub.actors,
      fetcher: federation.fetcher,
      origin: settings.origin,
      plainHttp: settings.allowPrivateAddress,
    }),
    news: activityPub.news,
    settings,
    keys,
    clock,
    logger,
    checkpointFor: (head) => issuer.checkpointFor(head),
  };
  const search = createSearch({
    index: views.search,
    library,
    clock,
    locate: createLocate(views.knownPlaces, gazetteer.locate),
    openingTimes: createOpeningTimes(),
    nodeName: (origin) => federation.following.nameOf(origin),
    cursorKey: deriveCursorKey(keys.keys.map(({ secretKeyMultibase }) => secretKeyMultibase)),
    node: {
      name: settings.name,
      origin: settings.origin,
      license: settings.license,
      language: settings.language,
    },
  });
  const web = createWebApp(output, views, search, metrics, activityPub.face);
  const locks = createSourceLocks();
  const importFile = createFileImporter(
    {
      log,
      ingest,
      clock,
      locate: { gazetteer: gazetteer.locate, otherPlaces: (postcode) => views.places.placesByPostcode(postcode) },
    },
    locks,
  );
  opened.use(
    startRetention(ingest, clock, settings.tombstoneDays, (fault) =>
      logger.error({ err: fault }, 'tombstones could not be dropped'),
    ),
  );

  const owned = opened.move();
  return {
    async importFile(request, progress, signal) {
      await views.places.follow(log);
      const report = await importFile(request, progress, signal);
      if (!request.dryRun) metrics.importRun(report);
      await viewFollower.catchUp();
      return report;
    },
    listSources: () => listSources(log),
    saveSource: (source) => locks.during(source.name, () => saveSource(log, ingest, source)),
    async removeSource(request) {
      const removed = await locks.during(request.name, () => removeSource(log, ingest, request));
      await viewFollower.catchUp();
      return removed;
    },
    follow: ({ node }, onProgress, signal) => federation.following.add(node, { onProgress, signal }),
    unfollow: ({ node }) => federation.following.remove(node),
    listFollowing: () => federation.following.list(),
    pullFollowed: ({ node }, onProgress, signal) => federation.following.pull(node, { onProgress, signal }),
    ...createActorCommands({ activityPub, fetcher: federation.fetcher, log, settings, clock }),
    ...createMoveCommands({
      activityPub,
      fetcher: federation.fetcher,
      ingest,
      whereabouts,
      log,
      settings,
      clock,
      catchUp: () => viewFollower.catchUp(),
    }),
    ...createKeyCommands({ folder, ring: keys, activityPub, settings, clock }),
    ...createFollowerCommands({ activityPub, log, settings }),
    ...createBlockCommands({
      blocks: federation.blocks,
      followers: activityPub.followers,
      following: federation.following,
      replies: async () => (await activityPub.get()).replies,
      settings,
      clock,
    }),
    ...createPostCommands({
      actors: activityPub.actors,
      posts: async () => (await activityPub.get()).posts,
      replies: async () => (await activityPub.get()).replies,
      moderation: async () => (await activityPub.get()).moderation,
      log,
      settings,
    }),
    async backup({ folder: target }) {
      const { live, position } = log.head();
      await log.backup(target);
      const copy = dataFolder(target);
      await writeSettings(copy, settings);
      await writeKeys(copy, keys);
      await federation.backup(copy);
      return { things: live, position };
    },
    ...createLogCommands({ log, views, whereabouts, settings }),
    async listen(address) {
      await federation.following.start();
      await viewFollower.start();
      const server = owned.use(await listen(web, address));
      activityPub.start();
      return { url: server.url };
    },
    async sampleOf(kind) {
      const [id] = await log.ids(`/${kindModels[kind].path}/`, { limit: 1 });
      return id === undefined ? undefined : settings.origin + id;
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
};
