import type { Block } from '../../model/block.ts';

/** Whom the node has nothing to do with. */
export interface Blocks {
  /** Whether a host is blocked, by itself or as a subdomain. */
  isBlocked(hostname: string): boolean;
  get(domain: string): Block | undefined;
  /** By domain. */
  list(): readonly Block[];
  /** Puts domains on the list, or changes what it says of them. @throws {Fault} `limit-exceeded` */
  put(blocks: readonly Block[]): Promise<void>;
  /** @returns whether it was there */
  remove(domain: string): Promise<boolean>;
}
