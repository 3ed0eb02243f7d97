import type { Announcement } from '../actors/local-actor.ts';

/** A picture of a post. */
export interface PostPicture {
  readonly address: string;
  /** What it shows, for who does not see it. */
  readonly alternative: string;
}

/** What somebody wants to say. */
export interface PostDraft {
  /** Plain text; an empty line starts a paragraph. */
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  /** What it is about, elsewhere or here; shown behind the text. */
  readonly link?: string | undefined;
  readonly pictures: readonly PostPicture[];
}

/** What a post answers, and whom. */
export interface PostAnswer {
  /** Address of what it answers. */
  readonly address: string;
  /** Address of the actor who said that. */
  readonly actor: string;
  readonly inbox: string;
  readonly sharedInbox: string | undefined;
  /** What they are called: `@name@host`, or the host alone. */
  readonly name: string;
  /** Whether everybody may read it: only where what it answers was said to everybody. */
  readonly isPublic: boolean;
}

/** A post of one of the node's actors. */
export interface Post extends PostDraft {
  /** Last part of its address; later ones sort behind earlier ones. */
  readonly id: string;
  /** The actor that says it. */
  readonly identifier: string;
  /** Its page here for people, as a path. */
  readonly page: string;
  /** `withdrawn`: deleted before it was said. */
  readonly state: 'scheduled' | 'published' | 'deleted' | 'withdrawn';
  /** When it was, or will be, said. Milliseconds since 1970. */
  readonly publishedMs: number;
  /** When its text was last changed, or it was deleted. Milliseconds since 1970. */
  readonly updatedMs: number | undefined;
  /** Times that its text was changed. */
  readonly revision: number;
  /** What followers have not been told yet. */
  readonly untold: 'create' | 'update' | 'delete' | undefined;
  /** Things of the log that it tells of, by its own rules; undefined for what people wrote. */
  readonly about?: PostSubject | undefined;
  /** Absent for what answers nobody. */
  readonly answers?: PostAnswer;
}

/** Whether a post is for one person alone: nobody else gets it, and it is shown nowhere. */
export const isPrivate = ({ answers }: Pick<Post, 'answers'>): boolean => answers !== undefined && !answers.isPublic;

/** What a post of the node's own making tells of. */
export interface PostSubject {
  readonly announcement: Announcement;
  /** Those that it changes with. */
  readonly things: readonly string[];
  /** How many there are in all. */
  readonly count: number;
}

/** What followers must be told after a change, given what they had not been told before. */
export const untoldAfter = (before: Post['untold'], change: 'update' | 'delete'): Post['untold'] =>
  before === 'create' && change === 'update' ? 'create' : change;
