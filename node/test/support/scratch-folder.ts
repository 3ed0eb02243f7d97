import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that is gone once it is disposed. */
export interface ScratchFolder extends AsyncDisposable {
  readonly path: string;
  /** The path of something in it. */
  at(name: string): string;
}

export const scratchFolder = async (): Promise<ScratchFolder> => {
  const path = await mkdtemp(join(tmpdir(), 'openstraat-'));
  return {
    path,
    at: (name) => join(path, name),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 3 }),
  };
};
