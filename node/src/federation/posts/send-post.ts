import type { Federation } from '@fedify/fedify';
import type { Recipient } from '@fedify/vocab';
import { nodeIdentifier } from '../actors/local-actor.ts';
import type { Follower, Followers } from '../followers/follower.ts';
import type { PostCourier } from './posts.ts';
import { isPrivate, type Post, type PostAnswer } from './post.ts';
import { noteId, writeActivity } from './write-note.ts';

const pageFollowers = 1_000;

/** Nodes follow the node for its notices, and show nobody's posts; whoever follows a place wants what it says. */
const wantsPosts = (identifier: string, { state, node }: Follower): boolean =>
  state === 'accepted' && (identifier !== nodeIdentifier || node === undefined);

const asRecipient = ({ id, inbox, sharedInbox }: Follower): Recipient => ({
  id: new URL(id),
  inboxId: new URL(inbox),
  endpoints: { sharedInbox: sharedInbox === undefined ? null : new URL(sharedInbox) },
});

const recipientsOf = async (followers: Followers, identifier: string): Promise<Recipient[]> => {
  const recipients: Recipient[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await followers.list(identifier, { after, limit: pageFollowers });
    recipients.push(...page.filter((follower) => wantsPosts(identifier, follower)).map(asRecipient));
    if (page.length < pageFollowers) return recipients;
    after = page.at(-1)?.id;
  }
};

/** What is for one person alone goes to nobody else's inbox. */
const asAnswered = ({ actor, inbox, sharedInbox, isPublic }: PostAnswer): Recipient => ({
  id: new URL(actor),
  inboxId: new URL(inbox),
  endpoints: { sharedInbox: sharedInbox === undefined || !isPublic ? null : new URL(sharedInbox) },
});

const recipientsFor = async (followers: Followers, post: Post): Promise<Recipient[]> => {
  const all = isPrivate(post) ? [] : await recipientsOf(followers, post.identifier);
  return post.answers === undefined ? all : [...all, asAnswered(post.answers)];
};

/** Hands activities about posts to Fedify, which delivers them to each server once, and tries again for days. */
export const createPostCourier = (
  federation: Federation<void>,
  { followers, origin }: { readonly followers: Followers; readonly origin: string },
): PostCourier => ({
  async tell(post, change) {
    const recipients = await recipientsFor(followers, post);
    if (recipients.length === 0) return;
    const context = federation.createContext(new URL(origin), undefined);
    await context.sendActivity(
      { identifier: post.identifier },
      recipients,
      writeActivity(context, post, change, origin),
      // An edit goes after what it edits, also where that has to be tried again for days.
      { preferSharedInbox: true, orderingKey: noteId(context, post.id).href },
    );
  },
});
