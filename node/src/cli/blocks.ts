import { readFile, stat, writeFile } from 'node:fs/promises';
import { blockLimits } from '../federation/blocks/limits.ts';
import type { BlockRequest, NodeCommands } from '../control/commands.ts';
import { Fault } from '../model/fault.ts';
import { readBlockList, writeBlockList } from './block-list.ts';
import { blockEffectText, blockText } from './block-text.ts';
import {
  type Command,
  type CommandContext,
  dataFolderOf,
  dataOption,
  dataOptionHelp,
  readArguments,
  usageFault,
} from './command.ts';
import { exitCode } from './exit-code.ts';
import { cliLimits } from './limits.ts';
import { jsonText, showable, showAmount, showCount } from './terminal.ts';
import { withNode } from './with-node.ts';

const options = {
  ...dataOption,
  export: { type: 'string' },
  import: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const whatIsWrong: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'who runs this may not read or write it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  ENOSPC: 'the disk is full',
};

const unusable = (path: string, cause: unknown): Fault => {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'an unknown fault';
  return new Fault(
    'file-unreadable',
    `${showable(path)} can't be used: ${whatIsWrong[code] ?? code}. Name another file.`,
    { cause },
  );
};

/** The text of a list. @throws {Fault} `file-unreadable`, `limit-exceeded` */
const readList = async (path: string): Promise<string> => {
  try {
    // Not even a look inside, when it is no list of this world.
    if ((await stat(path)).size <= blockLimits.fileBytesMax) return await readFile(path, 'utf8');
  } catch (error) {
    throw unusable(path, error);
  }
  throw new Fault(
    'limit-exceeded',
    `${path} is larger than ${blockLimits.fileBytesMax} bytes, which no block list is. Name another file, or split it.`,
  );
};

/** Hands a list to the node in pieces: the socket takes lines of a certain length only. */
const putAll = async (node: NodeCommands, blocks: readonly BlockRequest[]) => {
  let changed = 0;
  const own: string[] = [];
  for (let start = 0; ; start += cliLimits.blocksAtOnce) {
    const piece = blocks.slice(start, start + cliLimits.blocksAtOnce);
    const more = start + piece.length < blocks.length;
    const effect = await node.putBlocks({ blocks: piece, more });
    changed += effect.changed;
    own.push(...effect.own);
    if (!more) return { ...effect, changed, own };
  }
};

const importList = async (context: CommandContext, path: string, data: string | undefined): Promise<number> => {
  const { blocks, issues } = readBlockList(await readList(path));
  const effect = await withNode(context, dataFolderOf(data, context.environment), async (node) => {
    const blocked = new Set(
      (await node.listBlocks()).flatMap(({ domain, severity }) => (severity === 'suspend' ? domain : [])),
    );
    // A milder word of somebody else lifts no block.
    return putAll(
      node,
      blocks.filter(({ domain, severity }) => severity === 'suspend' || !blocked.has(domain)),
    );
  });
  const kept = blocks.filter(({ severity }) => severity !== 'suspend').length;
  const shown = issues
    .slice(0, cliLimits.issuesShown)
    .map(({ line, message }) => `line ${line}: ${showable(message)}\n`);
  const rest =
    issues.length > shown.length ? [`… and ${showAmount(issues.length - shown.length, 'line')} more.\n`] : [];
  const own = effect.own.map((domain) => `${domain} is left out: this node itself is under it.\n`);
  await context.terminal.print(
    `${showAmount(blocks.length, 'domain')} read, ${showCount(effect.changed)} of them new or changed` +
      `${kept === 0 ? '' : `; ${kept === 1 ? '1 is' : `${showCount(kept)} are`} milder than suspend: kept for the list, not blocked`}. ${blockEffectText(effect)}\n` +
      [...own, ...shown, ...rest].join(''),
  );
  return issues.length === 0 ? exitCode.done : exitCode.failed;
};

const exportList = async (context: CommandContext, path: string, data: string | undefined): Promise<number> => {
  const blocks = await withNode(context, dataFolderOf(data, context.environment), (node) => node.listBlocks());
  const text = writeBlockList(blocks);
  if (path === '-') await context.terminal.print(text);
  else {
    await writeFile(path, text).catch((error: unknown) => {
      throw unusable(path, error);
    });
    await context.terminal.print(
      `${showAmount(blocks.length, 'domain')} ${blocks.length === 1 ? 'is' : 'are'} in ${showable(path)}.\n`,
    );
  }
  return exitCode.done;
};

export const blocks: Command = {
  name: 'blocks',
  summary: 'list blocked domains, or import and export them',
  usage: '[--json] [--import <file.csv>] [--export <file.csv>] [--data <folder>]',
  about:
    "Lists are CSV as Mastodon's: #domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate. Only the severity suspend blocks; " +
    'silence and noop have no meaning between shops, and are kept so that a list can be passed on whole.\n\nEnds with 0, and with 1 when lines of an imported list could not be read: the others are kept.',
  options,
  optionHelp: {
    ...dataOptionHelp,
    export: 'write the list to a file; - for standard output',
    import: 'add what a list has; what is blocked already stays',
    json: 'answer as JSON',
  },
  examples: ['openstraat blocks', 'openstraat blocks --import blocklist.csv', 'openstraat blocks --export -'],
  run: async (context) => {
    const { values } = readArguments('blocks', context.arguments, options);
    if (values.import !== undefined && values.export !== undefined)
      throw usageFault('blocks', 'Write --import or --export, not both.');
    if (values.import !== undefined) return importList(context, values.import, values.data);
    if (values.export !== undefined) return exportList(context, values.export, values.data);
    const list = await withNode(context, dataFolderOf(values.data, context.environment), (node) => node.listBlocks());
    const text = list.length === 0 ? 'No domain is blocked.\n' : list.map((block) => `${blockText(block)}\n`).join('');
    await context.terminal.print(values.json === true ? jsonText(list) : text);
    return exitCode.done;
  },
};
