import type { MessageQueue } from '@fedify/fedify';
import { z } from 'zod';
import type { Clock } from '../../model/clock.ts';
import { Fault } from '../../model/fault.ts';
import { identifierInPath, messageKeyAddress } from './actor-addresses.ts';
import { exportActorKeys } from './actor-key-file.ts';
import type { ActorKeys } from './actor-keys.ts';
import { signActivity } from './sign-activity.ts';

const signedMessage = z.looseObject({
  type: z.string(),
  /** One: actors give Fedify only the key for messages. */
  keys: z.tuple([z.looseObject({ keyId: z.string() })]),
  activity: z.looseObject({}).optional(),
});

const withoutSecrets = (message: unknown): unknown => {
  const { data } = signedMessage.safeParse(message);
  return data === undefined ? message : { ...data, keys: data.keys.map(({ keyId }) => ({ keyId })) };
};

const withSecrets = async (message: unknown, keys: ActorKeys, clock: Clock): Promise<unknown> => {
  const { data } = signedMessage.safeParse(message);
  if (data === undefined) return message;
  const { keyId } = data.keys[0];
  const { origin, pathname } = new URL(keyId);
  const identifier = identifierInPath(pathname);
  if (identifier === undefined) throw new Fault('internal', `${keyId} is not a key of an actor here.`);
  const pairs = await keys.of(identifier);
  const actor = origin + pathname;
  const { rsa } = await exportActorKeys(pairs);
  return {
    ...data,
    keys: [{ keyId: messageKeyAddress(actor, pairs.generation), privateKey: rsa.privateKey }],
    // What is still to be handed out to inboxes is signed when it goes to each of them.
    ...(data.type === 'outbox' && data.activity !== undefined
      ? { activity: signActivity(data.activity, actor, pairs, clock.now()) }
      : {}),
  };
};

/**
 * A queue that keeps the names of keys and not the keys. What waits for days to be sent is then signed with the keys that its actor has
 * when it is sent, and no copy of a key lies in the database.
 */
export const keylessQueue = (queue: MessageQueue, keys: ActorKeys, clock: Clock): MessageQueue => {
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
      queue.listen(async (message: unknown) => handler(await withSecrets(message, keys, clock)), options),
  };
};
