import { z } from 'zod';
import { siteOf } from '../fetching/site-of.ts';

/** As much of Fedify's messages as says where they come from, or go to. */
const messageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('outbox'), inbox: z.string() }),
  z.object({
    type: z.literal('inbox'),
    activity: z.object({ actor: z.union([z.string(), z.object({ id: z.string() })]) }),
  }),
]);

const addressOf = (message: z.infer<typeof messageSchema>): string => {
  if (message.type === 'outbox') return message.inbox;
  const { actor } = message.activity;
  return typeof actor === 'string' ? actor : actor.id;
};

/** Whose slowness a message of Fedify's queues may meet: a host with all others of its domain; undefined when there is none. Pure. */
export const hostOfMessage = (message: unknown): string | undefined => {
  const { data } = messageSchema.safeParse(message);
  const url = data === undefined ? null : URL.parse(addressOf(data));
  return url === null ? undefined : siteOf(url);
};
