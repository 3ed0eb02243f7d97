import type { Spoiler } from '../../spoiler.ts';

/** The description gives no recovery key. */
export const noRecoveryKey: Spoiler = {
  name: 'no-recovery-key',
  fails: ['recovery-key'],
  description: ({ recoveryKey: _recoveryKey, ...description }) => description,
};
