import { type Command, dataFolderOf, dataOption, dataOptionHelp, readArguments } from './command.ts';
import { blockEffectText } from './block-text.ts';
import { Fault } from '../model/fault.ts';
import { exitCode } from './exit-code.ts';
import { showable } from './terminal.ts';
import { withNode } from './with-node.ts';

const options = { ...dataOption, reason: { type: 'string' } } as const;

export const block: Command = {
  name: 'block',
  summary: 'have nothing more to do with a domain',
  usage: '<domain> [--reason <text>] [--data <folder>]',
  about:
    'Subdomains are meant too. What they send is refused, who follows from there is dropped, nodes there are no longer followed, and nothing is fetched from there or sent there.',
  options,
  optionHelp: { ...dataOptionHelp, reason: 'why, for whoever reads the list (default: what the list says already)' },
  examples: ['openstraat block nare.example --reason "sends advertisements"'],
  run: async (context) => {
    const { values, words } = readArguments('block', context.arguments, options, ['domain']);
    const [domain = ''] = words;
    const request = {
      domain,
      severity: 'suspend' as const,
      rejectMedia: true,
      rejectReports: true,
      reason: values.reason ?? '',
      obfuscate: false,
    };
    const effect = await withNode(context, dataFolderOf(values.data, context.environment), (node) =>
      node.putBlocks({ blocks: [request], more: false }),
    );
    if (effect.own.length > 0)
      throw new Fault(
        'bad-request',
        `This node itself is under ${showable(domain)}: that can't be blocked. Name the host that is meant, or a domain that the node is not under.`,
      );
    await context.terminal.print(`${showable(domain)} is blocked. ${blockEffectText(effect)}\n`);
    return exitCode.done;
  },
};
