import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folders that hold generated files and nothing else. */
const generatedFolders = ['generated', 'src/rdf/generated'];

/** A file that `npm run generate` would change. */
export interface StaleFile {
  readonly path: string;
  readonly why: 'missing' | 'stale' | 'left over';
}

const leftOver = (folder: string, files: ReadonlyMap<string, string>): readonly string[] =>
  globSync(
    generatedFolders.map((generated) => `${generated}/**`),
    { cwd: folder, withFileTypes: true },
  )
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !files.has(path))
    .toSorted();

/** Compares the files under `folder` with what they should be. */
export const staleFiles = (folder: string, files: ReadonlyMap<string, string>): readonly StaleFile[] => [
  ...[...files].flatMap(([path, text]): readonly StaleFile[] => {
    const file = join(folder, path);
    if (!existsSync(file)) return [{ path, why: 'missing' }];
    return readFileSync(file, 'utf8') === text ? [] : [{ path, why: 'stale' }];
  }),
  ...leftOver(folder, files).map((path): StaleFile => ({ path, why: 'left over' })),
];

/** Writes the files under `folder`, and removes those that are no longer generated. */
export const writeFiles = (folder: string, files: ReadonlyMap<string, string>): void => {
  for (const path of leftOver(folder, files)) rmSync(join(folder, path));
  for (const [path, text] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
};
