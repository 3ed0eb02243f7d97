import type { Delete } from '@fedify/vocab';
import type { InboxTools, Received } from './inbox-tools.ts';

/** Forgets somebody who is no more. */
export const forgetFollower = async (sender: string, { followers }: Pick<InboxTools, 'followers'>): Promise<void> => {
  for (const identifier of await followers.followedBy(sender)) await followers.remove(identifier, sender);
};

/** An actor is gone, or something that it said. */
export const onDelete = async ({ context, activity, sender }: Received<Delete>, tools: InboxTools): Promise<void> => {
  if (activity.objectId?.href === sender) await forgetFollower(sender, tools);
  await tools.receive(context, activity, sender);
};
