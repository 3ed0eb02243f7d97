import { writeFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { runConformance, UrlInvalidError } from '../run-conformance.ts';
import { suite } from '../run/suite-version.ts';
import { commands } from './commands.ts';
import { exitCode, exitCodeOf } from './exit-code.ts';
import { helpText } from './help.ts';
import { readArguments, type TestArguments } from './read-arguments.ts';
import { showProgress } from './show-progress.ts';
import type { Streams } from './streams.ts';

/** Writes, and waits until it is out: a report may be larger than a pipe holds. */
const print = async (output: Writable, text: string): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  // Whoever read the report may have gone, as `head` does.
  output.write(text, () => resolve());
  await promise;
};

const test = async (asked: TestArguments, streams: Streams, signal: AbortSignal): Promise<number> => {
  const progress = showProgress(streams);
  const { url, classes, full, seed, format, outputFile } = asked;
  let result;
  try {
    result = await runConformance({ url, classes, full, seed, signal, onProgress: progress.onProgress });
  } finally {
    progress.end();
  }
  const colours = outputFile === undefined && streams.output.isTTY === true && process.env['NO_COLOR'] === undefined;
  const report = await format.write(result, { colours });
  if (outputFile === undefined) await print(streams.output, report);
  else {
    await writeFile(outputFile, report);
    await print(streams.errors, `${result.verdict}: the report is in ${outputFile}\n`);
  }
  return exitCodeOf(result.verdict);
};

/** Runs a command line. @returns the exit code */
export const run = async (given: readonly string[], streams: Streams, signal: AbortSignal): Promise<number> => {
  const [first = '', ...rest] = given;
  const command = commands.find(({ name }) => name === first);
  try {
    if (command !== undefined) return await command.run(rest, streams);
    const read = readArguments(given);
    switch (read.asks) {
      case 'help':
        await print(streams.output, helpText());
        return exitCode.conforms;
      case 'version':
        await print(streams.output, `${suite.version}\n`);
        return exitCode.conforms;
      case 'test':
        return await test(read.test, streams, signal);
      default:
        await print(streams.errors, `${read.message}\nSee: openstraat-conformance --help\n`);
        return exitCode.notTested;
    }
  } catch (error) {
    const message = error instanceof UrlInvalidError || error instanceof Error ? error.message : String(error);
    await print(streams.errors, `${message}\n`);
    return exitCode.notTested;
  }
};
