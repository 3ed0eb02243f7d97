import { join } from 'node:path';
import { pino } from 'pino';
import { openNode } from '../../src/app.ts';
import { makeKeys } from '../../src/config/keys-file.ts';
import { type NodeSettings, nodeSettingsSchema } from '../../src/config/settings.ts';
import type { OpenNode } from '../../src/control/commands.ts';
import { sourceSettingsSchema } from '../../src/model/source-settings.ts';
import type { Clock } from '../../src/model/clock.ts';
import { lines, placeLine, writeDelivery } from '../support/deliveries.ts';
import { freePort } from '../support/free-port.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

const licence = 'https://creativecommons.org/publicdomain/zero/1.0/';
const source = sourceSettingsSchema.parse({ name: 'all', title: 'All', license: licence, attribution: 'All' });

/** A whole node in this process, as `openstraat start` runs it, for peers to write to. */
export interface SocialNode extends AsyncDisposable {
  readonly origin: string;
  /** Where it listens, whatever the world calls it. */
  readonly url: string;
  /** Its actor, its inbox and its shared inbox. */
  readonly actor: string;
  readonly inbox: string;
  readonly sharedInbox: string;
  readonly commands: OpenNode;
  /** How often an activity ended so. */
  counted(outcome: string): Promise<number>;
  /** Changes what it has: one place of this name. */
  change(name: string): Promise<void>;
  /** Ends it, and starts it again on the same folder. */
  restart(): Promise<void>;
}

/** Starts a node on loopback, which may fetch from loopback. */
export const startSocialNode = async (
  changes: Partial<NodeSettings> = {},
  clock: Clock = { now: () => Date.now() },
  host = '127.0.0.1',
): Promise<SocialNode> => {
  const scratch = await scratchFolder();
  const port = await freePort();
  const origin = changes.origin ?? `http://${host}:${port}`;
  const settings = nodeSettingsSchema.parse({
    version: 1,
    name: 'Winkels in Waterveen',
    area: 'Waterveen',
    operator: { name: 'Coöperatie', contact: 'a@b.example' },
    license: licence,
    origin,
    allowPrivateAddress: true,
    noticeSeconds: 0.1,
    ...changes,
  });
  const { keys } = makeKeys({ now: () => Date.parse('2026-01-01T00:00:00Z') });
  let deliveries = 0;

  const open = async (): Promise<OpenNode> => {
    const node = await openNode({
      dataFolder: join(scratch.path, 'data'),
      settings,
      keys,
      onOriginChange: 'refuse',
      logger: pino({ level: process.env['OPENSTRAAT_TEST_LOG'] ?? 'silent' }),
      clock,
    });
    await node.listen({ host, port });
    return node;
  };
  let node = await open();

  return {
    origin,
    url: `http://${host}:${port}`,
    actor: `${origin}/actors/node`,
    inbox: `${origin}/actors/node/inbox`,
    sharedInbox: `${origin}/inbox`,
    get commands() {
      return node;
    },
    async counted(outcome) {
      const text = await (await fetch(`http://${host}:${port}/metrics`)).text();
      return Number(new RegExp(`openstraat_inbox_activities_total\\{outcome="${outcome}"\\} (\\d+)`).exec(text)?.[1]);
    },
    async change(name) {
      deliveries += 1;
      const file = await writeDelivery(
        scratch.at(`${deliveries}.ndjson`),
        lines([placeLine('winkel').replace('Winkel winkel', name)]),
      );
      const request = { file, source: source.name, settings: source, partial: false, dryRun: false, allowShrink: true };
      const report = await node.importFile(request, () => {});
      if (report.refused > 0 || report.outcome !== 'complete') throw new Error(JSON.stringify(report));
    },
    async restart() {
      await node[Symbol.asyncDispose]();
      node = await open();
    },
    async [Symbol.asyncDispose]() {
      await node[Symbol.asyncDispose]();
      await scratch[Symbol.asyncDispose]();
    },
  };
};
