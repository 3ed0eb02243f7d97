import type { NodeSettings } from '../config/settings.ts';
import type { NodeCommands } from '../control/commands.ts';
import type { Blocks } from '../federation/blocks/block.ts';
import { domainsOf, readDomain } from '../federation/blocks/read-domain.ts';
import type { ReplyStore } from '../federation/posts/replies/reply-store.ts';
import type { Following } from '../federation/following/create-following.ts';
import type { BlockRequest } from '../model/block.ts';
import type { Clock } from '../model/clock.ts';
import { Fault } from '../model/fault.ts';
import type { NodeActivityPub } from './open-activitypub.ts';

type BlockCommands = Pick<NodeCommands, 'listBlocks' | 'putBlocks' | 'removeBlock'>;

interface BlockCommandParts {
  readonly blocks: Blocks;
  readonly followers: NodeActivityPub['followers'];
  readonly following: Pick<Following, 'list' | 'remove'>;
  readonly replies: () => Promise<Pick<ReplyStore, 'removeUnwanted'>>;
  readonly settings: Pick<NodeSettings, 'origin'>;
  readonly clock: Clock;
}

const rowsAtOnce = 1_000;
const hostnameOf = (address: string): string => URL.parse(address)?.hostname ?? '';

const domainOf = (given: string): string => {
  const domain = readDomain(given);
  if (domain !== undefined) return domain;
  throw new Fault('bad-request', `"${given.slice(0, 200)}" is no domain. Write a host such as nare.example.`);
};

/** What the operator can do with the block list. */
export const createBlockCommands = ({
  blocks,
  followers,
  following,
  replies,
  settings,
  clock,
}: BlockCommandParts): BlockCommands => {
  const ownDomains: ReadonlySet<string> = new Set(domainsOf(hostnameOf(settings.origin)));

  /** Whether a block would shut out the node itself. */
  const isOwn = ({ domain, severity }: BlockRequest): boolean => severity === 'suspend' && ownDomains.has(domain);

  const dropFollowers = async (): Promise<number> => {
    let dropped = 0;
    for (const identifier of followers.identifiers())
      for (let after: string | undefined; ;) {
        const some = await followers.list(identifier, { after, limit: rowsAtOnce });
        for (const { id } of some)
          if (blocks.isBlocked(hostnameOf(id)) && (await followers.remove(identifier, id))) dropped += 1;
        after = some.at(-1)?.id;
        if (after === undefined) break;
      }
    return dropped;
  };

  const unfollow = async (): Promise<string[]> => {
    const ended: string[] = [];
    for (const { origin, actor } of await following.list()) {
      if (![origin, actor ?? origin].some((address) => blocks.isBlocked(hostnameOf(address)))) continue;
      await following.remove(origin);
      ended.push(origin);
    }
    return ended;
  };

  return {
    listBlocks: () => Promise.resolve([...blocks.list()]),
    async putBlocks({ blocks: given, more }) {
      const since = new Date(clock.now()).toISOString();
      const read = given.map((block) => ({ ...block, domain: domainOf(block.domain) }));
      const own = read.filter(isOwn).map(({ domain }) => domain);
      const wanted = read
        .filter((block) => !isOwn(block))
        // Who gives no reason takes none away.
        .map((block) => ({ ...block, reason: block.reason || (blocks.get(block.domain)?.reason ?? '') }));
      const changed = wanted.filter(({ domain, severity, reason }) => {
        const before = blocks.get(domain);
        return before?.severity !== severity || before.reason !== reason;
      });
      await blocks.put(wanted.map((block) => ({ ...block, since: blocks.get(block.domain)?.since ?? since })));
      if (more) return { changed: changed.length, followers: 0, unfollowed: [], own };
      await (await replies()).removeUnwanted((sender) => blocks.isBlocked(hostnameOf(sender)));
      return { changed: changed.length, followers: await dropFollowers(), unfollowed: await unfollow(), own };
    },
    async removeBlock({ domain: given }) {
      const domain = domainOf(given);
      if (!(await blocks.remove(domain)))
        throw new Fault('not-found', `${domain} is not on the block list. See: openstraat blocks`);
      return { domain };
    },
  };
};
