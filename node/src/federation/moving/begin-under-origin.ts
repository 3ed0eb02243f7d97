import { parseFollowedPeer, formatFollowedPeer } from '../following/followed-peer.ts';
import type { StoreDatabase } from '../store/store-database.ts';
import type { Row } from '../store/tables.ts';

/**
 * Makes the state of federation that of a node under a new origin, as after a backup was put back elsewhere:
 * who follows, follows the actors at the old address until they move along; and whom the node follows must be asked anew, by its new actor.
 */
export const beginUnderOrigin = async (tables: Pick<StoreDatabase, 'all' | 'write'>): Promise<void> => {
  for await (const rows of tables.all('follower'))
    await tables.write(
      rows.map(([key]): Row => ({ table: 'follower', key, value: undefined })),
      true,
    );
  for await (const rows of tables.all('following'))
    await tables.write(
      rows.map(([key, text]): Row => {
        const value = formatFollowedPeer({ ...parseFollowedPeer(text), followState: 'pulling' });
        return { table: 'following', key, value };
      }),
      true,
    );
};
