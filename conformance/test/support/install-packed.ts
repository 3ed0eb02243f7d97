import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** What these tests read of a manifest. */
interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
}

const workspaceDependency = (workspace: string, name: string): string => {
  const folder = [join(repository, workspace), repository]
    .map((parent) => join(parent, 'node_modules', name))
    .find((candidate) => existsSync(candidate));
  if (folder === undefined) throw new Error(`${workspace} depends on ${name}, which is not installed`);
  return folder;
};

/**
 * Puts spec and conformance into a folder as `npm pack` makes them. A package reaches what its manifest names, and nothing else of this repository:
 * packages of others are linked from where they are installed here, so that no network is needed.
 */
export const installPacked = async (folder: string): Promise<void> => {
  const workspaces = ['spec', 'conformance'];
  const { stdout } = await run(
    'npm',
    ['pack', '--json', '--pack-destination', folder, ...workspaces.flatMap((name) => ['--workspace', name])],
    { cwd: repository, maxBuffer: 64 * 1024 * 1024 },
  );
  const packed = JSON.parse(stdout.slice(stdout.indexOf('[\n'))) as readonly { readonly filename: string }[];
  for (const [at, workspace] of workspaces.entries()) {
    const target = join(folder, 'node_modules/@openstraat', workspace);
    await mkdir(target, { recursive: true });
    await run('tar', ['-xzf', join(folder, packed[at]?.filename ?? ''), '-C', target, '--strip-components=1']);
    const { dependencies = {} } = JSON.parse(await readFile(join(target, 'package.json'), 'utf8')) as Manifest;
    for (const name of Object.keys(dependencies).filter((dependency) => !dependency.startsWith('@openstraat/'))) {
      const link = join(target, 'node_modules', name);
      await mkdir(dirname(link), { recursive: true });
      await symlink(workspaceDependency(workspace, name), link);
    }
  }
};
