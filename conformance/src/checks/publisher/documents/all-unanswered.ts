import type { Exchange } from '../../../fetching/exchange.ts';

/** One of the exchanges when none of them was answered, for reasons that say nothing of the publisher's documents. */
export const allUnanswered = (documents: readonly { readonly exchange: Exchange }[]): Exchange | undefined =>
  documents.every(
    ({ exchange: { unreachable } }) =>
      unreachable !== undefined && unreachable.reason !== 'other-host' && unreachable.reason !== 'too-many-redirects',
  )
    ? documents[0]?.exchange
    : undefined;
