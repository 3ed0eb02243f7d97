import type { Context, InboxContext } from '@fedify/fedify';
import type { Activity } from '@fedify/vocab';
import type { Blocks } from '../blocks/block.ts';
import type { FindNodeOf } from '../followers/find-node-of.ts';
import type { FederationParts } from '../parts.ts';

/** What this node follows, as the inbox needs it. */
export interface FollowedNodes {
  /** The followed node whose actor this is. */
  originOfActor(actor: string): string | undefined;
  list(): Promise<readonly { readonly origin: string; readonly actor?: string }[]>;
  /** A peer says that its feed has moved. @returns whether it is followed */
  pullNow(origin: string): boolean;
  /** A peer has answered a request to follow it. @returns whether it had been asked */
  answered(actor: string, answer: 'accepted' | 'rejected'): Promise<boolean>;
}

/** Takes what people say to the node's actors: replies, likes, boosts, and what becomes of them. It may be called again with the same. */
export type ReceiveActivity = (context: InboxContext<void>, activity: Activity, sender: string) => Promise<void>;

/** The address of a request to follow that was sent; undefined when there is none. */
export type SentFollow = (actor: string) => Promise<string | undefined>;

/** What listens to an inbox is made with. */
export interface InboxTools extends Pick<FederationParts, 'settings' | 'actors' | 'followers' | 'clock' | 'logger'> {
  readonly blocks: Blocks;
  readonly findNodeOf: FindNodeOf;
  readonly sentFollow: SentFollow;
  /** Undefined as long as nothing can be followed. */
  readonly followed: () => FollowedNodes | undefined;
  readonly receive: ReceiveActivity;
}

/** An activity whose sender is known. */
export interface Received<A extends Activity> {
  readonly context: InboxContext<void>;
  readonly activity: A;
  /** Address of its actor, which is who signed. */
  readonly sender: string;
}

/** The local actor that stands at an address; undefined for any other address. */
export const localActorAt = (
  context: Context<void>,
  address: URL | null,
  { actors }: Pick<InboxTools, 'actors'>,
): string | undefined => {
  const parsed = context.parseUri(address);
  return parsed?.type === 'actor' && actors.get(parsed.identifier) !== undefined ? parsed.identifier : undefined;
};
