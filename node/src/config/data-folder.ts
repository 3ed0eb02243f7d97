import { join, resolve } from 'node:path';

/** Where everything stands in a data folder; a backup has `settings`, `keys`, `log`, `federation` and `actorKeys` in the same places. */
export interface DataFolder {
  /** Absolute path. */
  readonly path: string;
  readonly settings: string;
  readonly keys: string;
  /** The change log, and the lock of whoever has it open. */
  readonly log: string;
  /** Followers, whom the node follows, its posts and blocks, and messages on their way. */
  readonly federation: string;
  /** What the nodes that it follows have; each of them can bring it again. */
  readonly replicas: string;
  /** The keys of its ActivityPub actors. */
  readonly actorKeys: string;
  /** Where a running node takes commands. */
  readonly socket: string;
  /** Deliveries that came through standard input, while they are read. */
  readonly spool: string;
  /** There once the example town was imported in full. */
  readonly exampleMark: string;
}

/** The places in a data folder. */
export const dataFolder = (folder: string): DataFolder => {
  const path = resolve(folder);
  return {
    path,
    settings: join(path, 'settings.json'),
    keys: join(path, 'keys.json'),
    log: join(path, 'log'),
    federation: join(path, 'federation'),
    replicas: join(path, 'replicas'),
    actorKeys: join(path, 'actor-keys'),
    socket: join(path, 'control.sock'),
    spool: join(path, 'spool'),
    exampleMark: join(path, 'example-imported'),
  };
};
