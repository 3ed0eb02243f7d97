import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = import.meta.dirname;

/** Which rooms a room may import, besides itself. `app` and `cli` import all. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  config: ['model'],
  log: ['model'],
  ingest: ['model', 'log'],
  validate: ['model'],
  'place-kinds': [],
  language: ['place-kinds'],
  hours: [],
  import: ['model', 'log', 'ingest', 'validate', 'place-kinds', 'hours'],
  project: ['model', 'log', 'place-kinds', 'language', 'hours'],
  search: ['model', 'log', 'place-kinds', 'language', 'hours', 'project'],
  http: ['model', 'config', 'log'],
  output: ['model', 'config', 'log', 'place-kinds', 'hours', 'project', 'search', 'http'],
  federation: ['model', 'config', 'log', 'http'],
  control: ['model', 'config'],
};
const importAll: ReadonlySet<string> = new Set(['app', 'cli', 'generate']);
/** The writing side of the log: only these rooms may name it. */
const logWriters: ReadonlySet<string> = new Set(['log', 'ingest', 'app', 'cli']);

interface Import {
  readonly from: string;
  readonly to: string;
  readonly names: string;
}

const importsIn = (file: string, text: string): Import[] =>
  [...text.matchAll(/^(?:import|export)\s([^;]*?)\sfrom\s'(\.[^']+)'/gms)].map(([, names = '', target = '']) => ({
    from: relative(source, file),
    to: relative(source, resolve(dirname(file), target)),
    names,
  }));

const roomOf = (path: string): string => (path.split('/')[0] ?? '').replace(/\.ts$/, '').replace(/^app-.*/, 'app');
const faceOf = (path: string): string | undefined => {
  const [room, face, file] = path.split('/');
  return room === 'output' && file !== undefined ? face : undefined;
};

/** What is wrong with an import; undefined when nothing is. */
const objection = ({ from, to, names }: Import): string | undefined => {
  const room = roomOf(from);
  const target = roomOf(to);
  if (importAll.has(room)) return undefined;
  if (room !== target && mayImport[room] === undefined) return `${from}: room "${room}" is not in the table`;
  if (room !== target && !mayImport[room]?.includes(target))
    return `${from} imports ${to}: ${room} may not import ${target}`;
  const [face, otherFace] = [faceOf(from), faceOf(to)];
  if (face !== undefined && otherFace !== undefined && face !== otherFace)
    return `${from} imports ${to}: outputs never import each other`;
  if (target === 'log' && !logWriters.has(room) && /\bChangeLog\b/.test(names))
    return `${from} names ChangeLog: only ingest writes the log`;
  return undefined;
};

const sourceFiles = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.endsWith('.contract.ts'))
  .map((path) => join(source, path));

describe('the rooms of the node', () => {
  it('import only what the table allows', () => {
    const objections = sourceFiles.flatMap((file) =>
      importsIn(file, readFileSync(file, 'utf8')).flatMap((found) => objection(found) ?? []),
    );
    expect(objections).toEqual([]);
  });

  it('are all read', () => {
    const rooms = new Set(sourceFiles.map((file) => roomOf(relative(source, file))));
    expect(Object.keys(mayImport).filter((room) => !rooms.has(room))).toEqual([]);
  });

  it.each([
    ['output/feed/feed.ts', "import { createIngest } from '../../ingest/ingest.ts';"],
    ['output/feed/feed.ts', "import { homePage } from '../html/home-page.ts';"],
    ['project/place-index.ts', "import { feed } from '../output/feed/feed.ts';"],
    ['import/ndjson.ts', "import type { ChangeLog } from '../log/change-log.ts';"],
    ['model/clock.ts', "import {\n  createIngest,\n} from '../ingest/ingest.ts';"],
    ['newroom/thing.ts', "import { systemClock } from '../model/clock.ts';"],
  ])('a planted import in %s is found', (file, text) => {
    expect(importsIn(join(source, file), text).map(objection)).toEqual([expect.any(String)]);
  });

  it('reads the environment in config only', () => {
    const readers = sourceFiles
      .filter((file) => readFileSync(file, 'utf8').includes('process.env'))
      .map((file) => relative(source, file));
    expect(readers.filter((file) => !file.startsWith('config/'))).toEqual([]);
  });
});
