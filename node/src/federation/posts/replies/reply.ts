/** Something that others said to one of the node's actors, or of one of its posts. Nobody but the operator reads it, until the operator shows it. */
export interface Reply {
  readonly kind: 'reply' | 'like' | 'boost';
  /** Address of the reply; of the activity, for likes and boosts. */
  readonly address: string;
  /** Address of the actor who said it. */
  readonly sender: string;
  /** What its sender is called by its own server, `@name@host`; absent where that is not known. */
  readonly author?: string;
  /** The actor here that it is said to. */
  readonly identifier: string;
  /** The post that it is about; undefined where it only names the actor. */
  readonly post: string | undefined;
  /** What it says, as plain text; empty for likes and boosts. */
  readonly text: string;
  /** Whether its author said it to everybody: what was said to some is never shown. */
  readonly isPublic: boolean;
  /** When it came. Milliseconds since 1970. */
  readonly atMs: number;
  /** When its author last changed it; absent where that never was. Milliseconds since 1970. */
  readonly editedMs?: number;
  /** How it is shown beneath its post; absent as long as the operator has not said so, and again once its author has changed it. */
  readonly shown?: Shown;
}

/** What a reply is shown with. */
export interface Shown {
  /** What its author is called: a handle, or the host alone where that can't be known. */
  readonly author: string;
}

/** A reply with the name under which the operator finds it. */
export interface KeptReply extends Reply {
  readonly id: string;
}

/** What a reply says, and to whom; what its author can change. */
export type Said = Pick<Reply, 'text' | 'isPublic'>;

/** A reply as its author changed it: nobody but the operator reads it, until the operator has looked again. */
export const edited = (before: Reply, { text, isPublic }: Said, nowMs: number): Reply => {
  const { shown: _shown, ...rest } = before;
  return { ...rest, text, isPublic, editedMs: nowMs };
};

/** What becomes of a reply that comes again: the same is what it was, anything else is an edit. */
export const cameAgain = (before: Reply, again: Reply): Reply => {
  const { kind, identifier, post, text, isPublic, atMs } = again;
  const isSame =
    before.kind === kind &&
    before.identifier === identifier &&
    before.post === post &&
    before.text === text &&
    before.isPublic === isPublic;
  return isSame ? before : edited({ ...before, kind, identifier, post }, again, atMs);
};
