import type { PeerReading } from '../replica/read-peer.ts';

type Unusable = Extract<PeerReading, { ok: false }>;

const checkAddress = 'Check how its address is written, or try again later.';

/** What to do about it, where more can be said than to try again. */
const adviceOf = (origin: string, { reason, describes }: Unusable): string => {
  switch (reason.code) {
    case 'private-address':
      return 'This node fetches from no private network. If it has to (for a test or a demonstration), set "allowPrivateAddress": true in settings.json, or OPENSTRAAT_ALLOW_PRIVATE_ADDRESS=true, and start it again.';
    case 'blocked':
      return `Take it off the list first: openstraat unblock ${new URL(origin).hostname}`;
    case 'tls-failed':
      return `If it really has no TLS, follow ${origin.replace(/^https/, 'http')}; otherwise tell its operator.`;
    case 'other-origin':
      return describes === undefined
        ? 'Follow the address that it leads to.'
        : `If that is the node that you mean: openstraat follow ${describes}`;
    case 'answer-unexpected':
    case 'description-broken':
    case 'keys-unproven':
      return 'Check its address; if that is right, no Openstraat node runs there, or one that its operator has to mend.';
    default:
      return checkAddress;
  }
};

/** Why a node can't be followed, and what to do. */
export const unusableWords = (given: string, origin: string, reading: Unusable | undefined): string =>
  reading === undefined
    ? `${given} leads nowhere. ${checkAddress}`
    : `${given} can't be followed: ${reading.reason.words} (${reading.reason.url}). ${adviceOf(origin, reading)}`;
