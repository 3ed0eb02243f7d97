import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Thrown when a command has to be written differently; says how. */
export class UsageError extends Error {
  readonly code = 'usage';

  constructor(words: string) {
    super(`${words}\nSee: openstraat-conformance --help`);
  }
}

/** Reads the options of a command. @throws {UsageError} */
export const readOptions = <const T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> => {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};
