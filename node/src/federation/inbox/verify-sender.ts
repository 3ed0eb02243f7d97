import { type KeyCache, verifyRequestDetailed } from '@fedify/fedify';
import type { DocumentLoader } from '@fedify/vocab-runtime';
import { instant } from '../posts/instant.ts';
import type { Envelope } from './read-envelope.ts';

/** Whether a request comes from the actor that its activity names. */
export type SenderVerdict =
  | { readonly ok: true }
  /** `gone`: the host says that there is no such key any more. */
  | { readonly ok: false; readonly gone: boolean; readonly words: string };

const goneStatuses: ReadonlySet<number> = new Set([404, 410]);
const bad = (words: string, gone = false): SenderVerdict => ({ ok: false, gone, words });

/**
 * Holds a request's signature against the key of the actor (FEP-fe34): the key must be the actor's own.
 * Fedify would also take an activity that brings a signature within, whose key may be of anybody who says so.
 */
export const verifySender = async (
  request: Request,
  envelope: Envelope,
  tools: {
    readonly documentLoader: DocumentLoader;
    readonly contextLoader: DocumentLoader;
    readonly keyCache: KeyCache;
    readonly timeWindowMs: number;
    readonly nowMs: number;
  },
): Promise<SenderVerdict> => {
  const { documentLoader, contextLoader, keyCache, timeWindowMs, nowMs } = tools;
  let verification;
  try {
    verification = await verifyRequestDetailed(request, {
      documentLoader,
      contextLoader,
      keyCache,
      timeWindow: { milliseconds: timeWindowMs },
      currentTime: instant(nowMs),
    });
  } catch {
    return bad('The signature can not be read.');
  }
  if (!verification.verified) {
    const { reason } = verification;
    if (reason.type !== 'keyFetchError') return bad('The signature does not fit the request, or the digest the body.');
    const gone = 'status' in reason.result && goneStatuses.has(reason.result.status);
    return bad(`The key ${reason.keyId.href} can not be read.`, gone);
  }
  const owner = verification.key.ownerId?.href;
  return owner === new URL(envelope.actor).href ? { ok: true } : bad('The key is not that of the actor.');
};
