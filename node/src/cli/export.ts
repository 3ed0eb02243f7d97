import { open } from 'node:fs/promises';
import { exportFormats } from '../control/commands.ts';
import { Fault } from '../model/fault.ts';
import {
  type Command,
  dataFolderOf,
  dataOption,
  dataOptionHelp,
  readArguments,
  readChoice,
  usageFault,
} from './command.ts';
import { exitCode } from './exit-code.ts';
import { showCount } from './terminal.ts';
import { withNode } from './with-node.ts';

const options = { ...dataOption, format: { type: 'string' }, output: { type: 'string', short: 'o' } } as const;

export const exportCommand: Command = {
  name: 'export',
  summary: 'write everything that the node has',
  usage: '[--format ndjson|nquads] [--output <file>] [--data <folder>]',
  about:
    'ndjson has one thing a line, and another node takes it as an import; nquads has the same as RDF. It goes to the standard output, unless a file is named.',
  stoppable: true,
  options,
  optionHelp: {
    ...dataOptionHelp,
    format: 'ndjson (default) or nquads',
    output: 'new file to write to',
  },
  examples: ['openstraat export --output town.ndjson', 'openstraat export --format nquads | gzip > town.nq.gz'],
  run: async (context) => {
    const { values } = readArguments('export', context.arguments, options);
    const format = readChoice('export', 'format', values.format, exportFormats) ?? 'ndjson';
    const folder = dataFolderOf(values.data, context.environment);
    const { terminal } = context;
    const stop = AbortSignal.any([context.signal, terminal.closed]);
    if (values.output === undefined) {
      await withNode(context, folder, (node) => node.exportThings({ format }, (chunk) => terminal.print(chunk), stop));
      return context.signal.aborted ? exitCode.stopped : exitCode.done;
    }

    await using file = await open(values.output, 'wx').catch((cause: NodeJS.ErrnoException) => {
      throw usageFault('export', `${values.output} can't be written (${cause.code}). Name a new file.`);
    });
    const write = async (chunk: string): Promise<void> => {
      await file.appendFile(chunk).catch((cause: NodeJS.ErrnoException) => {
        const code = cause.code === 'ENOSPC' ? 'disk-full' : 'internal';
        throw new Fault(
          code,
          `${values.output} is not complete (${cause.code}): delete it, make room, and try again.`,
          {
            cause,
          },
        );
      });
    };
    const { things } = await withNode(context, folder, (node) => node.exportThings({ format }, write, stop));
    await file.sync();
    if (context.signal.aborted) {
      terminal.tell(`Stopped: ${values.output} is not complete.`);
      return exitCode.stopped;
    }
    terminal.tell(`${showCount(things)} things are in ${values.output}.`);
    return exitCode.done;
  },
};
