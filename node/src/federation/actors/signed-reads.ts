import type { AuthenticatedDocumentLoaderFactory } from '@fedify/vocab-runtime';
import { actorAddresses, identifierInPath, messageKeyAddress } from './actor-addresses.ts';
import type { ActorKeys } from './actor-keys.ts';

/** Lets look-ups that are signed name the key by its own address: Fedify calls every key of messages `main-key`. */
export const withKeyAddresses =
  (factory: AuthenticatedDocumentLoaderFactory, keys: ActorKeys): AuthenticatedDocumentLoaderFactory =>
  (identity, options) =>
  async (url, loading) => {
    const { origin, pathname } = identity.keyId;
    const identifier = identifierInPath(pathname);
    if (identifier === undefined) return factory(identity, options)(url, loading);
    const { generation } = await keys.of(identifier);
    const keyId = new URL(messageKeyAddress(actorAddresses(origin, identifier).actor, generation));
    return factory({ ...identity, keyId }, options)(url, loading);
  };
