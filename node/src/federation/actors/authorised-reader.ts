import type { Clock } from '../../model/clock.ts';
import type { KeyFinder } from '../inbox/find-key.ts';
import { originOf } from '../inbox/origin-of.ts';
import { messageOf, readSigned } from '../inbox/read-signature.ts';
import { verifySender } from '../inbox/verify-sender.ts';
import { nodeActorAddress } from './actor-addresses.ts';

/** Asks whether a look-up is signed with the key of an actor, by somebody who is not blocked. */
export type AuthorisedReader = (request: Request) => Promise<boolean>;

/** Makes the guard of authorised fetch: look-ups must be signed, by whomever is not blocked. */
export const createAuthorisedReader =
  (parts: {
    readonly origin: string;
    readonly keys: KeyFinder;
    readonly clock: Clock;
    readonly isBlocked: (hostname: string) => boolean;
  }): AuthorisedReader =>
  async (request) => {
    // Who checks our signature on a look-up asks for the node's key first, and we could not give it to somebody whose key we can't read yet.
    if (request.url === nodeActorAddress(parts.origin)) return true;
    const reading = readSigned(messageOf(request), parts.clock.now());
    if (!reading.ok) return false;
    const origin = originOf(reading.signed.keyId);
    // A key and its owner are of one origin.
    if (origin === undefined || parts.isBlocked(new URL(origin).hostname)) return false;
    return (await verifySender(reading.signed, parts.keys)).ok;
  };
