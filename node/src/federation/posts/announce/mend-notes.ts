import type { Post, PostSubject } from '../post.ts';
import type { AnnouncedThing } from './announced-thing.ts';
import { type AnnounceParts, placeOf, readAnnounced } from './announce-parts.ts';
import { announcementRows } from './announcement-store.ts';
import { announceTimes } from './limits.ts';
import { forgetTold } from './notice-changes.ts';
import { writeAnnouncement } from './write-announcement.ts';

const thingsOf = async (
  parts: AnnounceParts,
  { announcement, things }: PostSubject,
  place: string,
): Promise<readonly AnnouncedThing[]> => {
  const found = await Promise.all(things.map((id) => readAnnounced(parts, announcement, id, place)));
  return found.filter((thing) => thing !== undefined);
};

/** Makes a note say what its things are now, unless it was changed a moment ago; takes it back when none is left. */
const mendNote = async (parts: AnnounceParts, post: Post, about: PostSubject): Promise<void> => {
  const { actors, posts, settings, store, clock } = parts;
  const { announcement } = about;
  const actor = actors.get(post.identifier);
  const place = actor === undefined ? undefined : await placeOf(parts, actor);
  const things = place === undefined ? [] : await thingsOf(parts, about, place.id);
  const kept = new Set(things.map(({ id }) => id));
  const gone = about.things.filter((id) => !kept.has(id));
  const lastMs = post.updatedMs ?? post.publishedMs;
  if (place === undefined || things.length === 0) await posts.remove(post.id);
  else if (clock.now() - lastMs < announceTimes.editEveryMs) return;
  else {
    const count = about.count - gone.length;
    await posts.edit(post.id, {
      link: undefined,
      ...writeAnnouncement({ announcement, things, count, place }, settings),
      about: { announcement, things: [...kept], count },
    });
  }
  await store.write([...forgetTold(announcement, gone), announcementRows.mend(post.id, false)]);
};

/** Changes notes whose things have changed. */
export const mendNotes = async (parts: AnnounceParts): Promise<void> => {
  const { posts, store } = parts;
  for (const id of await store.mend()) {
    const post = await posts.get(id);
    // Where a place moved away, what was said stays said.
    const hasMoved = post !== undefined && parts.actors.get(post.identifier)?.movedTo !== undefined;
    if (post?.about === undefined || post.state !== 'published' || hasMoved) {
      await store.write([announcementRows.mend(id, false)]);
      continue;
    }
    try {
      await mendNote(parts, post, post.about);
    } catch (error) {
      parts.onError(error);
    }
  }
};
