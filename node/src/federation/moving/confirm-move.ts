import type { NodeDescription } from '@openstraat/spec';
import type { Clock } from '../../model/clock.ts';
import type { Fetcher } from '../fetching/create-fetcher.ts';
import type { PeerReading } from '../replica/read-peer.ts';
import { readNode } from './read-node.ts';

/** What becomes of a node's word that it has moved. */
export type MoveVerdict =
  /** Both ends say so. */
  | { readonly how: 'confirmed'; readonly description: NodeDescription }
  /** The new end can't be asked now. */
  | { readonly how: 'unsure'; readonly words: string }
  | { readonly how: 'refused'; readonly words: string };

/** The origin of the node that an id in `movedTo` is of; undefined where it is none, or leads from TLS to none. */
const originOfId = (id: string, from: string): string | undefined => {
  const url = URL.parse(id);
  if (url === null || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) return undefined;
  return from.startsWith('https:') && url.protocol === 'http:' ? undefined : url.origin;
};

/** What the description at the new end makes of it. Pure. */
export const judgeMove = (from: Pick<NodeDescription, 'id' | 'origin'>, to: PeerReading): MoveVerdict => {
  if (!to.ok) {
    const { code, words, url } = to.reason;
    const isFinal = code === 'blocked' || code === 'private-address' || code === 'not-an-address';
    return { how: isFinal ? 'refused' : 'unsure', words: `${words} (${url})` };
  }
  const { description } = to.peer;
  return description.alsoKnownAs?.includes(from.id) === true
    ? { how: 'confirmed', description }
    : { how: 'refused', words: `${description.origin} does not say that it was ${from.origin} before` };
};

/**
 * Asks the new end whether a node has moved there, as its old description says.
 * @param own origin of this node, which follows no node to itself
 */
export const confirmMove = async (
  from: NodeDescription,
  own: string,
  tools: { readonly fetcher: Pick<Fetcher, 'get'>; readonly clock: Clock; readonly signal?: AbortSignal | undefined },
): Promise<MoveVerdict> => {
  const target = originOfId(from.movedTo ?? '', from.origin);
  if (target === undefined || target === from.origin)
    return { how: 'refused', words: `${from.movedTo ?? ''} is not the id of another node` };
  if (target === own) return { how: 'refused', words: 'it has moved to this node itself' };
  return judgeMove(from, await readNode(target, tools));
};
