/** Something that others said to one of the node's actors, or of one of its posts. Nothing of it is shown to anybody but the operator. */
export interface Reply {
  readonly kind: 'reply' | 'like' | 'boost';
  /** Address of the reply; of the activity, for likes and boosts. */
  readonly address: string;
  /** Address of the actor who said it. */
  readonly sender: string;
  /** The actor here that it is said to. */
  readonly identifier: string;
  /** The post that it is about; undefined where it only names the actor. */
  readonly post: string | undefined;
  /** What it says, as plain text; empty for likes and boosts. */
  readonly text: string;
  /** When it came. Milliseconds since 1970. */
  readonly atMs: number;
}

/** A reply with the name under which the operator finds it. */
export interface KeptReply extends Reply {
  readonly id: string;
}
