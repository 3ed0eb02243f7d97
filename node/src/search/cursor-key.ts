import { hkdfSync } from 'node:crypto';

const keyBytes = 32;

/** The key that a node seals its cursors with: follows from the node's secrets, so that cursors survive a restart, and says nothing of them. */
export const deriveCursorKey = (secrets: readonly string[]): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secrets.join('\n'), '', 'openstraat search cursor', keyBytes));
