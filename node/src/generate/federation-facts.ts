import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFederation } from '@fedify/fedify';
import { pino } from 'pino';
import { nodeSettingsSchema } from '../config/settings.ts';
import { createActivityPub } from '../federation/activitypub.ts';
import { openActorKeys } from '../federation/actors/actor-keys.ts';
import { openLocalActors } from '../federation/actors/open-local-actors.ts';
import { openBlocks } from '../federation/blocks/open-blocks.ts';
import { createFetcher } from '../federation/fetching/create-fetcher.ts';
import { openFollowers } from '../federation/followers/open-followers.ts';
import { openFederationStore } from '../federation/store/open-federation-store.ts';
import { MemoryChangeLog } from '../log/memory-change-log.ts';
import { systemClock } from '../model/clock.ts';
import { createRecorder, type Registration } from './registrations.ts';
import { sentActivities } from './sent-activities.ts';

/** What the node speaks, as its code registers it. */
export interface FederationFacts {
  readonly registrations: readonly Registration[];
  /** Types of activities that it sends. */
  readonly sent: readonly string[];
}

const settings = nodeSettingsSchema.parse({
  version: 1,
  name: 'Example',
  area: 'Example',
  operator: { name: 'Example', contact: 'a@b.example' },
  license: 'https://creativecommons.org/publicdomain/zero/1.0/',
  origin: 'https://node.example',
});

/** Wires the ActivityPub side of a node that has nothing, and writes down what it registers. */
export const collectFederationFacts = async (): Promise<FederationFacts> => {
  const folder = await mkdtemp(join(tmpdir(), 'os-facts-'));
  await using closing = new AsyncDisposableStack();
  closing.defer(() => rm(folder, { recursive: true, force: true }));
  const clock = systemClock;
  const store = closing.use(await openFederationStore(join(folder, 'store'), { clock }));
  const fetcher = closing.use(createFetcher({ allowPrivateAddress: false, userAgent: 'none', clock }));
  const recorder = createRecorder(createFederation);
  closing.use(
    createActivityPub(
      {
        settings,
        log: new MemoryChangeLog({ origin: settings.origin, clock }),
        store,
        keys: await openActorKeys(join(folder, 'keys'), clock),
        fetcher,
        clock,
        random: Math.random,
        logger: pino({ level: 'silent' }),
        actors: await openLocalActors({ tables: store.tables, settings, clock }),
        followers: await openFollowers(store.tables),
        blocks: await openBlocks(store.tables),
        followed: () => undefined,
        countInbox: () => undefined,
        hoursInWords: () => undefined,
      },
      recorder.make,
    ),
  );
  return { registrations: recorder.registrations, sent: sentActivities() };
};
