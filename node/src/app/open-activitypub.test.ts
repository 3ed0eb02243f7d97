import { join } from 'node:path';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { dataFolder } from '../config/data-folder.ts';
import { makeKeys } from '../config/keys-file.ts';
import { nodeSettingsSchema } from '../config/settings.ts';
import { scratchFolder } from '../federation/store/store.fixture.ts';
import { MemoryChangeLog } from '../log/memory-change-log.ts';
import { type NodeActivityPub, openActivityPub } from './open-activitypub.ts';
import { openFederation } from './open-federation.ts';

const clock = { now: () => Date.UTC(2026, 2, 2) };
const logger = pino({ enabled: false });
const settings = nodeSettingsSchema.parse({
  version: 1,
  name: 'Winkels in Waterveen',
  area: 'Waterveen',
  operator: { name: 'Coöperatie Waterveen', contact: 'info@waterveen.example' },
  license: 'https://creativecommons.org/licenses/by/4.0/',
  origin: 'https://waterveen.example',
});

/** The ActivityPub side of a node, open. */
const openSide = async () => {
  await using opened = new AsyncDisposableStack();
  const scratch = opened.use(await scratchFolder());
  const folder = dataFolder(join(scratch.path, 'node'));
  const { keys } = makeKeys(clock);
  const log = new MemoryChangeLog({ origin: settings.origin, clock });
  const federation = opened.use(
    await openFederation({ folder, settings, keys, clock, logger, isElsewhere: false, onChange: async () => {} }),
  );
  const { store, blocks, fetcher, following } = federation;
  const side = await openActivityPub({
    folder,
    settings,
    log,
    store,
    blocks,
    fetcher,
    clock,
    logger,
    followed: () => following,
    countInbox: () => {},
  });
  const owned = opened.move();
  return { side, [Symbol.asyncDispose]: () => owned.disposeAsync() };
};

const stopping = { code: 'internal', message: expect.stringContaining('stopping') as string };

it.each([
  ['nobody has asked for it', () => Promise.resolve()],
  ['it is loaded', (side: NodeActivityPub) => side.get()],
])('refuses who asks for it once it is disposed of, where %s', async (_, before) => {
  await using node = await openSide();
  const { side } = node;
  await before(side);
  await side[Symbol.asyncDispose]();
  await expect(side.get()).rejects.toMatchObject(stopping);
  await expect(side.face.pageAt('/actor')).rejects.toMatchObject(stopping);
  await side[Symbol.asyncDispose]();
});

it('finishes what is loading before it is disposed of', async () => {
  await using node = await openSide();
  const loading = node.side.get();
  const disposed = node.side[Symbol.asyncDispose]();
  await expect(node.side.get()).rejects.toMatchObject(stopping);
  await disposed;
  await expect(loading).resolves.toBeDefined();
});
