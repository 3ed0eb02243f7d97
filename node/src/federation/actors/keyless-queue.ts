import type { MessageQueue } from '@fedify/fedify';
import { z } from 'zod';
import { Fault } from '../../model/fault.ts';
import { identifierInPath, messageKeyAddress } from './actor-addresses.ts';
import { exportActorKeys } from './actor-key-file.ts';
import type { ActorKeys } from './actor-keys.ts';

const signedMessage = z.looseObject({ keys: z.array(z.looseObject({ keyId: z.string() })) });

const withoutSecrets = (message: unknown): unknown => {
  const { data } = signedMessage.safeParse(message);
  return data === undefined ? message : { ...data, keys: data.keys.map(({ keyId }) => ({ keyId })) };
};

/** The key of an actor as it is now. Fedify names the first of an actor's keys `main-key`; ours for messages is first. */
const currentKey = async (keyId: string, keys: ActorKeys): Promise<{ keyId: string; privateKey: unknown }> => {
  const { origin, pathname, hash } = new URL(keyId);
  const identifier = identifierInPath(pathname);
  if (identifier === undefined) throw new Fault('internal', `${keyId} is not a key of an actor here.`);
  const pairs = await keys.of(identifier);
  const { rsa, ed25519 } = await exportActorKeys(pairs);
  return hash.startsWith('#main-key')
    ? { keyId: messageKeyAddress(origin + pathname, pairs.generation), privateKey: rsa.privateKey }
    : { keyId, privateKey: ed25519.privateKey };
};

const withSecrets = async (message: unknown, keys: ActorKeys): Promise<unknown> => {
  const { data } = signedMessage.safeParse(message);
  if (data === undefined) return message;
  return { ...data, keys: await Promise.all(data.keys.map(({ keyId }) => currentKey(keyId, keys))) };
};

/**
 * A queue that keeps the names of keys and not the keys. What waits for days to be sent is then signed with the key that its actor has
 * when it is sent, and no copy of a key lies in the database.
 */
export const keylessQueue = (queue: MessageQueue, keys: ActorKeys): MessageQueue => {
  const getDepth = queue.getDepth?.bind(queue);
  const enqueueMany = queue.enqueueMany?.bind(queue);
  return {
    nativeRetrial: queue.nativeRetrial === true,
    enqueue: (message: unknown, options) => queue.enqueue(withoutSecrets(message), options),
    ...(enqueueMany === undefined
      ? {}
      : {
          enqueueMany: (messages: readonly unknown[], options) => enqueueMany(messages.map(withoutSecrets), options),
        }),
    ...(getDepth === undefined ? {} : { getDepth }),
    listen: (handler: (message: unknown) => Promise<void> | void, options) =>
      queue.listen(async (message: unknown) => handler(await withSecrets(message, keys)), options),
  };
};
