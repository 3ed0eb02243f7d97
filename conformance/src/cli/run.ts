import { callbackAt } from '../callback/callback.ts';
import { EvidenceFolder } from '../certificate/evidence.ts';
import { runConformance, UrlInvalidError } from '../run-conformance.ts';
import { suite } from '../run/suite-version.ts';
import { readKey, writeCertificate } from './certificate-arguments.ts';
import { commands } from './commands.ts';
import { exitCode, exitCodeOf } from './exit-code.ts';
import { helpText } from './help.ts';
import { checkWritable, writeReport } from './output-file.ts';
import { readArguments, type TestArguments } from './read-arguments.ts';
import { tellOfFolder, whatIsTested } from './what-is-tested.ts';
import { showProgress } from './show-progress.ts';
import { print, type Streams } from './streams.ts';

const test = async (asked: TestArguments, streams: Streams, signal: AbortSignal): Promise<number> => {
  const { classes, full, seed, format, outputFile, certificate, callback, waitMs } = asked;
  // All that can be wrong with the command line is found before anything is asked.
  const { url, fetch } = await whatIsTested(asked);
  const key = certificate === undefined ? undefined : await readKey(certificate);
  for (const file of [outputFile, certificate?.file]) await checkWritable(file, asked.evidenceFolder);
  const evidence = asked.evidenceFolder === undefined ? undefined : new EvidenceFolder(asked.evidenceFolder);
  const progress = showProgress(streams);
  const { onProgress } = progress;
  let result;
  try {
    result = await runConformance({
      url,
      classes,
      full,
      seed,
      signal,
      fetch,
      callback: callback === undefined ? undefined : callbackAt(callback.origin, callback.port),
      waitMs,
      onProgress,
      keepBody: evidence?.keepBody,
    });
  } finally {
    progress.end();
  }
  if (asked.folder !== undefined) result = tellOfFolder(result);
  let isKept = true;
  try {
    evidence?.finish(result);
    if (certificate !== undefined && key !== undefined) await writeCertificate(result, certificate, key);
  } catch (error) {
    // The report is still to come.
    isKept = false;
    await print(streams.errors, `${error instanceof Error ? error.message : String(error)}\n`);
  }
  const colours = outputFile === undefined && streams.output.isTTY === true && process.env['NO_COLOR'] === undefined;
  const report = await format.write(result, { colours });
  const isWritten = await writeReport(report, { file: outputFile, verdict: result.verdict }, streams);
  return isKept && isWritten ? exitCodeOf(result.verdict) : exitCode.notTested;
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
