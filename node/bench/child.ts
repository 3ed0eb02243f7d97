import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);
const script = (name: string): string => join(import.meta.dirname, name);

/** What an import in a process of its own measured. */
export interface ImportFigures {
  readonly seconds: number;
  readonly rows: number;
  readonly added: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly peakMB: number;
}

export const importInChild = async (dataFolder: string, file: string, settings: object): Promise<ImportFigures> => {
  const { stdout } = await run(
    process.execPath,
    [...process.execArgv, script('import-child.ts'), dataFolder, file, JSON.stringify(settings)],
    { maxBuffer: 1 << 24 },
  );
  const figures = JSON.parse(stdout) as ImportFigures & { issues: unknown };
  if (figures.refused > 0)
    throw new Error(`${file}: ${figures.refused} rows were refused: ${JSON.stringify(figures.issues)}`);
  return figures;
};

/** A node that serves in a process of its own, until it is disposed. */
export const serveInChild = async (
  dataFolder: string,
): Promise<{ readonly url: string; readonly openSeconds: number; readonly peakMB: number } & AsyncDisposable> => {
  const child = spawn(process.execPath, [...process.execArgv, script('serve-child.ts'), dataFolder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return {
    ...(JSON.parse(line) as { url: string; openSeconds: number; peakMB: number }),
    async [Symbol.asyncDispose]() {
      const exit = once(child, 'exit');
      child.stdin.end();
      await exit;
    },
  };
};
