import { formatDigest, kindModels, signedCheckpointSchema } from '@openstraat/spec';
import { createFileImporter } from './app/import-file.ts';
import { diskFile } from './app/disk-file.ts';
import { createFollowing } from './app/follow-log.ts';
import { listen, type Listening } from './app/listen.ts';
import { startRetention } from './app/retention.ts';
import { createSourceLocks } from './app/source-locks.ts';
import { listSources, removeSource, saveSource } from './app/sources.ts';
import { dataFolder } from './config/data-folder.ts';
import { writeKeys } from './config/keys-file.ts';
import { writeSettings } from './config/settings-file.ts';
import type { NodeStats, OpenNode, OpenNodeConfig } from './control/commands.ts';
import { createOpeningTimes } from './hours/opening-times.ts';
import { createNodeMetrics } from './http/metrics.ts';
import { type Gazetteer, readGazetteer } from './import/run/gazetteer.ts';
import { createIngest } from './ingest/ingest.ts';
import type { LogHead } from './log/change-log.ts';
import { openLevelChangeLog } from './log/open-level-change-log.ts';
import { systemClock } from './model/clock.ts';
import { Fault } from './model/fault.ts';
import { createCheckpointIssuer } from './output/feed/checkpoint-issuer.ts';
import { exportThings } from './output/export/export-things.ts';
import { createWebApp } from './output/web-app.ts';
import { createViews } from './project/views.ts';
import { createSearch } from './search/create-search.ts';
import { deriveCursorKey } from './search/cursor-key.ts';
import { createLocate } from './search/locate.ts';

const emptyGazetteer: Pick<Gazetteer, 'locate'> = { locate: () => undefined };

/** The operator's file of postcodes. @throws {Fault} `settings-invalid` when it can't be read */
const openGazetteer = async (path: string | undefined): Promise<Pick<Gazetteer, 'locate'>> => {
  if (path === undefined) return emptyGazetteer;
  try {
    return await readGazetteer(await diskFile(path));
  } catch (cause) {
    throw new Fault(
      'settings-invalid',
      `The setting "gazetteer" names ${path}: ${cause instanceof Error ? cause.message : String(cause)} Write the path of a file with lines such as "1234AB;52.1;5.2", or take the setting out.`,
      { cause },
    );
  }
};

/**
 * Opens a node's data folder and wires everything by hand: log, ingest, views, outputs.
 * @throws {Fault} `data-folder-busy`, `origin-changed`, `log-corrupt`, `settings-invalid`, `disk-full`
 */
export const openNode = async (config: OpenNodeConfig): Promise<OpenNode> => {
  const { settings, keys, logger } = config;
  const clock = config.clock ?? systemClock;
  const folder = dataFolder(config.dataFolder);
  const gazetteer = await openGazetteer(settings.gazetteer);
  const log = await openLevelChangeLog(folder.log, {
    origin: settings.origin,
    clock,
    onOriginChange: config.onOriginChange,
  });
  const ingest = createIngest(log);
  const views = createViews({
    language: settings.language,
    onFault: (fault) =>
      logger.error({ err: fault }, 'the search index could not be merged; it goes on with what it has'),
  });
  await views.places.follow(log);
  const following = createFollowing(views, log, (fault) =>
    logger.error({ err: fault }, 'the search index could not follow the log'),
  );
  const metrics = createNodeMetrics(log);
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
  const output = { log, settings, keys, clock, logger, checkpointFor: (head: LogHead) => issuer.checkpointFor(head) };
  const search = createSearch({
    index: views.search,
    log,
    clock,
    locate: createLocate(views.places, gazetteer.locate),
    openingTimes: createOpeningTimes(),
    cursorKey: deriveCursorKey(keys.keys.map(({ secretKeyMultibase }) => secretKeyMultibase)),
    node: {
      name: settings.name,
      origin: settings.origin,
      license: settings.license,
      language: settings.language,
    },
  });
  const web = createWebApp(output, views, search, metrics);
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
  const retention = startRetention(ingest, clock, settings.tombstoneDays, (fault) =>
    logger.error({ err: fault }, 'tombstones could not be dropped'),
  );
  const listening: Listening[] = [];

  const stats = async (): Promise<NodeStats> => {
    await views.places.follow(log);
    const head = log.head();
    return {
      name: settings.name,
      origin: settings.origin,
      epoch: head.epoch,
      position: head.position,
      digest: formatDigest(head.digest),
      live: head.live,
      liveByKind: head.liveByKind,
      tombstones: head.tombstones,
      sources: (await listSources(log)).length,
      probableDuplicates: views.places.probableDuplicates().map(({ ids: [first, second], because }) => ({
        first: settings.origin + first,
        second: settings.origin + second,
        reason: because === 'near' ? 'the same name, and near each other' : 'the same name and address',
      })),
    };
  };

  return {
    async importFile(request, progress, signal) {
      await views.places.follow(log);
      const report = await importFile(request, progress, signal);
      if (!request.dryRun) metrics.importRun(report);
      await following.catchUp();
      return report;
    },
    listSources: () => listSources(log),
    saveSource: (source) => locks.during(source.name, () => saveSource(log, ingest, source)),
    async removeSource(request) {
      const removed = await locks.during(request.name, () => removeSource(log, ingest, request));
      await following.catchUp();
      return removed;
    },
    async exportThings({ format }, write, signal) {
      let written = 0;
      for await (const { text, things } of exportThings(log, format)) {
        if (signal?.aborted === true) break;
        await write(text);
        written += things;
      }
      return { things: written };
    },
    async backup({ folder: target }) {
      const { live, position } = log.head();
      await log.backup(target);
      const copy = dataFolder(target);
      await writeSettings(copy, settings);
      await writeKeys(copy, keys);
      return { things: live, position };
    },
    async verify() {
      return { problems: [...(await log.verify())], things: log.head().live };
    },
    stats,
    async listen(address) {
      await following.start();
      const server = await listen(web, address);
      listening.push(server);
      return { url: server.url };
    },
    async sampleOf(kind) {
      const [id] = await log.ids(`/${kindModels[kind].path}/`, { limit: 1 });
      return id === undefined ? undefined : settings.origin + id;
    },
    async [Symbol.asyncDispose]() {
      retention[Symbol.dispose]();
      for (const server of listening) await server[Symbol.asyncDispose]();
      await following[Symbol.asyncDispose]();
      // A disk that is full refuses the flush; the log must be closed all the same.
      try {
        await ingest.flush();
      } finally {
        await log[Symbol.asyncDispose]();
      }
    },
  };
};
