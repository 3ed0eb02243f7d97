import type { Spoiler } from '../../spoiler.ts';

/** What it sends is not signed. */
export const sendsUnsigned: Spoiler = {
  name: 'sends-unsigned',
  class: 'federated',
  fails: ['deliveries-signed'],
  federation: { signed: ({ signature: _signature, ...headers }) => headers },
};
