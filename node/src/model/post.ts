/** A post to send, as a person gives it. Plain JSON. */
export interface PostRequest {
  /** The place whose actor says it, by key, address, handle or name; the node's own actor when absent. */
  place?: string;
  /** The reply that it answers, by its id here; the actor that was spoken to says it then. */
  replyTo?: string;
  text: string;
  /** Web address of what it is about. */
  link?: string;
  pictures: { address: string; alternative: string }[];
  /** BCP 47; the node's language when absent. */
  language?: string;
  /** When to say it, with an offset or as clocks show it at the place; now when absent. */
  at?: string;
}

/** A row of a file of news. */
export interface NewsRequest extends PostRequest {
  line: number;
  /** Rows with equal marks are one post, however often the file is read. */
  mark: string;
}

/** What somebody said to an actor of the node, for the operator. Plain JSON; text of strangers, to be shown as text. */
export interface ReplyListing {
  id: string;
  kind: 'reply' | 'like' | 'boost';
  /** Address of the reply, or of the like or boost. */
  address: string;
  /** Address of who said it. */
  sender: string;
  /** What they are called, `@name@host`; absent where that is not known. */
  author?: string;
  /** Whom it was said to: `@name@host`. */
  actor: string;
  /** Address of the post that it is about. */
  post?: string;
  text: string;
  /** When it came, RFC 3339. */
  received: string;
  /** When its author last changed it; absent where that never was. RFC 3339. */
  edited?: string;
  /** Whether its author said it to everybody: nothing else can be shown. */
  public: boolean;
  /** Whether everybody can read it beneath its post: only what the operator said so of, as it was then. */
  shown: boolean;
}

/** What became of a row. */
export interface NewsOutcome {
  line: number;
  outcome: 'sent' | 'scheduled' | 'known' | 'changed' | 'refused';
  /** Id of its post. */
  post?: string;
  /** Why it was refused. */
  message?: string;
}

/** A post, for the operator. Plain JSON; times in RFC 3339. */
export interface PostListing {
  id: string;
  address: string;
  /** Who says it: `@name@host`. */
  actor: string;
  state: 'scheduled' | 'published' | 'deleted' | 'withdrawn';
  /** When it was said, or will be. */
  published: string;
  updated?: string;
  text: string;
  language: string;
  link?: string;
  pictures: { address: string; alternative: string }[];
  /** What it answers, and whom; absent where it answers nobody. */
  answers?: { address: string; name: string; public: boolean };
  /** Whether followers were sent what it says now, as far as this node goes. */
  sent: boolean;
}
