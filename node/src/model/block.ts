/** What a block list says of a domain; only `suspend` blocks it. */
export const severities = ['suspend', 'silence', 'noop'] as const;
export type Severity = (typeof severities)[number];

/** A domain on the block list, as Mastodon's lists have it. */
export interface Block {
  /** In lower case, in ASCII. */
  readonly domain: string;
  readonly severity: Severity;
  readonly rejectMedia: boolean;
  readonly rejectReports: boolean;
  /** Why, for whoever reads the list. */
  readonly reason: string;
  readonly obfuscate: boolean;
  /** RFC 3339. */
  readonly since: string;
}

/** A domain to put on the list. */
export type BlockRequest = Omit<Block, 'since'>;

/** What blocking domains has ended. */
export interface BlockEffect {
  /** Domains that the list did not have, or said something else of. */
  readonly changed: number;
  /** Followers that are gone. */
  readonly followers: number;
  /** Origins of nodes that are no longer followed. */
  readonly unfollowed: readonly string[];
  /** Domains that were left out, because this node's own host is under them. */
  readonly own: readonly string[];
}
