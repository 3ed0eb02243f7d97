import { Fault } from '../../model/fault.ts';
import type { StoreDatabase } from '../store/store-database.ts';
import { type FollowedPeer, formatFollowedPeer, parseFollowedPeer } from './followed-peer.ts';

/** The nodes that are followed, by origin, in the store of federation. */
export interface FollowedTable {
  readAll(): Promise<readonly FollowedPeer[]>;
  /** @param options.durable waits until the disk has it */
  put(peer: FollowedPeer, options: { readonly durable: boolean }): Promise<void>;
  /** Answers when the disk has forgotten it. */
  remove(origin: string): Promise<void>;
}

const table = 'following';

export const createFollowedTable = (tables: StoreDatabase): FollowedTable => ({
  async readAll() {
    const peers: FollowedPeer[] = [];
    for await (const rows of tables.all(table))
      for (const [origin, text] of rows) {
        try {
          peers.push(parseFollowedPeer(text));
        } catch (cause) {
          const said = `What the store of federation says of ${origin} cannot be read. Restore a backup.`;
          throw new Fault('store-corrupt', said, { cause });
        }
      }
    return peers;
  },
  put: (peer, { durable }) => tables.write([{ table, key: peer.origin, value: formatFollowedPeer(peer) }], durable),
  remove: (origin) => tables.write([{ table, key: origin, value: undefined }], true),
});
