import type { Federation } from '@fedify/fedify';
import { nodeActorAddress } from './actor-addresses.ts';
import { nodeIdentifier } from './local-actor.ts';

/** Asks whether a look-up is signed with a key that can be read, by somebody who is not blocked. */
export type AuthorisedReader = (request: Request) => Promise<boolean>;

/** Makes the guard of authorised fetch: look-ups must be signed, by whomever is not blocked. */
export const createAuthorisedReader =
  (federation: Federation<void>, origin: string, isBlocked: (hostname: string) => boolean): AuthorisedReader =>
  async (request) => {
    // Who checks our signature on a look-up asks for the node's key first, and we could not give it to somebody whose key we can't read yet.
    if (request.url === nodeActorAddress(origin)) return true;
    const context = federation.createContext(request, undefined);
    // Signed, since the other side may ask the same of us.
    const documentLoader = await context.getDocumentLoader({ identifier: nodeIdentifier });
    const key = await context.getSignedKey({ documentLoader });
    return key?.ownerId != null && !isBlocked(key.ownerId.hostname);
  };
