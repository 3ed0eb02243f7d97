/** How people follow an actor of this node. */
export interface Followable {
  /** `@name@host`, to copy. */
  readonly handle: string;
  /** Its address. */
  readonly actor: string;
}

/** Why somebody can't be led to their server. */
export type FollowRefusal = 'account-unreadable' | 'server-unreachable' | 'account-unknown' | 'not-offered';

/** Leads people who have an account somewhere to the page there on which they follow an actor of this node. */
export interface RemoteFollow {
  /** How to follow what stands at a path: a place, or the node at `/`; undefined where no actor speaks for it. */
  of(path: string): Followable | undefined;
  /** The page at the server of an account on which it follows an actor. */
  pageFor(
    account: string,
    actor: string,
  ): Promise<{ readonly ok: true; readonly address: string } | { readonly ok: false; readonly reason: FollowRefusal }>;
}
