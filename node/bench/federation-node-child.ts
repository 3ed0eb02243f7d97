// A node that others follow or that follows, in a process of its own: node federation-node-child.ts <data folder> <origin> <port to listen on>
// Lines on its standard input: {"import": <file>}, {"follow": <address>}, {"cpu": true}; each is answered with one.
import { createInterface } from 'node:readline';
import { sourceSettingsSchema } from '../src/model/source-settings.ts';
import { benchSource, openBenchNode } from './bench-node.ts';

const tell = (message: unknown): void => {
  process.stdout.write(`${JSON.stringify(message)}\n`);
};

const [dataFolder = '', origin = '', port = ''] = process.argv.slice(2);
await using node = await openBenchNode(dataFolder, {
  origin,
  allowPrivateAddress: true,
  // Only notices lead to a pull: that is what is measured.
  pollMinutes: 60,
});
await node.listen({ host: '127.0.0.1', port: Number(port) });
tell({ origin });
const settings = sourceSettingsSchema.parse(benchSource('all'));
for await (const line of createInterface(process.stdin)) {
  const command = JSON.parse(line) as { import?: string; follow?: string };
  const { user, system } = process.cpuUsage();
  if (command.import !== undefined) {
    const { rows, refused } = await node.importFile(
      { file: command.import, source: settings.name, settings, dryRun: false, partial: true, allowShrink: true },
      () => undefined,
    );
    tell({ rows, refused });
  } else if (command.follow !== undefined) tell(await node.follow({ node: command.follow }, () => undefined));
  else tell({ seconds: (user + system) / 1_000_000 });
}
