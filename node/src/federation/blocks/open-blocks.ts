import { z } from 'zod';
import { Fault } from '../../model/fault.ts';
import type { StoreDatabase } from '../store/store-database.ts';
import { type Block, severities } from '../../model/block.ts';
import type { Blocks } from './block.ts';
import { type BlockLimits, blockLimits } from './limits.ts';
import { domainsOf } from './read-domain.ts';

const table = 'block';

const storedBlock = z.object({
  severity: z.enum(severities),
  rejectMedia: z.boolean(),
  rejectReports: z.boolean(),
  reason: z.string(),
  obfuscate: z.boolean(),
  since: z.string(),
});

const parse = (domain: string, text: string): Block => {
  try {
    return { domain, ...storedBlock.parse(JSON.parse(text)) };
  } catch (cause) {
    throw new Fault('store-corrupt', `What the block list says of ${domain} cannot be read. Restore a backup.`, {
      cause,
    });
  }
};

/**
 * Reads the block list into memory, where every activity and delivery is held against it.
 * @throws {Fault} `store-corrupt`
 */
export const openBlocks = async (
  tables: Pick<StoreDatabase, 'all' | 'write'>,
  limits: BlockLimits = blockLimits,
): Promise<Blocks> => {
  const blocks = new Map<string, Block>();
  for await (const rows of tables.all(table))
    for (const [domain, text] of rows) blocks.set(domain, parse(domain, text));

  return {
    isBlocked: (hostname) => domainsOf(hostname).some((domain) => blocks.get(domain)?.severity === 'suspend'),
    get: (domain) => blocks.get(domain),
    list: () => [...blocks.values()].toSorted((one, other) => (one.domain < other.domain ? -1 : 1)),
    async put(added) {
      const fresh = new Set(added.map(({ domain }) => domain).filter((domain) => !blocks.has(domain)));
      if (blocks.size + fresh.size > limits.domainsMax)
        throw new Fault(
          'limit-exceeded',
          `A block list has at most ${limits.domainsMax} domains. Lift some first: openstraat unblock <domain>`,
        );
      for (const { domain, reason } of added)
        if (reason.length > limits.reasonCharactersMax)
          throw new Fault(
            'limit-exceeded',
            `The reason for ${domain} has more than ${limits.reasonCharactersMax} characters. Write a shorter one.`,
          );
      await tables.write(
        added.map(({ domain, ...row }) => ({ table, key: domain, value: JSON.stringify(row) })),
        true,
      );
      for (const block of added) blocks.set(block.domain, block);
    },
    async remove(domain) {
      if (!blocks.has(domain)) return false;
      await tables.write([{ table, key: domain, value: undefined }], true);
      return blocks.delete(domain);
    },
  };
};
