import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { townFiles } from './generator/files.mjs';

const { values } = parseArgs({ options: { to: { type: 'string', default: import.meta.dirname } } });

for (const { path, bytes } of townFiles()) {
  const file = join(values.to, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
}
