import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lines, offerLine, placeLine, productLine, writeDelivery } from './deliveries.ts';
import { makeNode, problemsOf, statsOf } from './make-node.ts';
import { openstraat } from './openstraat.ts';

// Runs in a process of its own, whose folder is a small disk: fills it with an import, makes room, and imports again.
const [disk = '', elsewhere = ''] = process.argv.slice(2);
const ballast = join(disk, 'ballast');
const data = await makeNode(join(disk, 'data'));
await writeFile(ballast, Buffer.alloc(14 << 20));

function* delivery(products: number): Generator<string> {
  yield placeLine('winkel');
  // Text that does not compress well, so that a small disk fills soon.
  for (let index = 0; index < products; index += 1) {
    const name = Array.from({ length: 40 }, (_, at) =>
      ((index * 7_919 + at * 104_729) ** 2 % 2_147_483_647).toString(36),
    );
    yield productLine(index, name.join(' '));
    yield offerLine(index, 'winkel', '1.50');
  }
}
const importIt = async (products: number) => {
  const file = await writeDelivery(join(elsewhere, `${products}.ndjson`), lines(delivery(products)));
  return openstraat(['import', file, '--source', 'alles', '--attribution', 'Test', ...data]);
};

const first = await importIt(500);
const acknowledged = await statsOf(data);
const full = await importIt(20_000);
await rm(ballast);
const problems = await problemsOf(data);
const afterwards = await statsOf(data);
const again = await importIt(1_000);
const healed = [await problemsOf(data), (await statsOf(data)).live];
process.stdout.write(JSON.stringify({ first, acknowledged, full, problems, afterwards, again, healed }));
