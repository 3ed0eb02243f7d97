// Two towns on this machine that follow each other, until they are stopped: node demo.ts [--port <port>]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { errandsOf, linksText, originsFound } from './links.ts';
import { openstraat, startTown, type Town } from './openstraat.ts';

const examples = join(import.meta.dirname, '..');
const lookMs = 250;
const looksMax = 240;
const portMax = 65_534;

/** Until a search in each town finds the other. */
const acquainted = async (town: Town, village: Town, signal: AbortSignal): Promise<void> => {
  for (const { words, asked, answered, url } of errandsOf(town, village))
    for (let looks = 0; !(await originsFound(url)).includes(answered.url); looks += 1) {
      if (looks === looksMax) throw new Error(`${asked.name} finds no ${words} in ${answered.name}: ${url}`);
      await wait(lookMs, undefined, { signal });
    }
};

const demo = async (port: number, signal: AbortSignal): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'openstraat-demo-'));
  await using owners = new AsyncDisposableStack();
  owners.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  signal.addEventListener('abort', () => void owners.disposeAsync(), { once: true });
  process.stderr.write('Starting a town and a village …\n');
  const [town, village] = await Promise.all([
    startTown('Waterveen', join(examples, 'town'), { data: join(folder, 'waterveen'), port, owners }),
    startTown('Kievitsdam', join(examples, 'village'), {
      data: join(folder, 'kievitsdam'),
      port: port === 0 ? 0 : port + 1,
      owners,
    }),
  ]);
  await openstraat(['follow', village.url, '--data', town.data]);
  await openstraat(['follow', town.url, '--data', village.data]);
  await acquainted(town, village, signal);
  process.stdout.write(await linksText(town, village));
  throw new Error(await Promise.race([town.ended, village.ended]));
};

const { port = '0' } = parseArgs({ options: { port: { type: 'string' } } }).values;
const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
try {
  if (!/^\d{1,5}$/.test(port) || Number(port) > portMax)
    throw new Error(`--port is "${port}": write a port up to ${portMax}; the other town takes the next one.`);
  await demo(Number(port), stop.signal);
} catch (error) {
  // Stopped, they end as they were told to.
  if (!stop.signal.aborted) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
