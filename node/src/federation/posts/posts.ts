import type { NewsOutcome } from '../../model/post.ts';
import type { Row } from '../store/tables.ts';
import type { Post, PostAnswer, PostDraft, PostSubject } from './post.ts';

/** What a new post is made of. */
export interface NewPost extends PostDraft {
  /** The actor that says it. */
  readonly identifier: string;
  /** When to say it, in milliseconds since 1970; now when absent. */
  readonly atMs?: number | undefined;
  /** Its page here for people, as a path; that of the actor when absent. */
  readonly page?: string | undefined;
  readonly about?: PostSubject | undefined;
  readonly answers?: PostAnswer | undefined;
}

/** A row of a file of news, as far as it is a post. */
export interface NewsRow {
  readonly line: number;
  /** Says which row of the file it is; equal marks are one post however often the file is read. */
  readonly mark: string;
  readonly post: NewPost;
}

/** What the node's actors say. */
export interface Posts extends AsyncDisposable {
  /** Starts to send what waits for its time, and what could not be sent before. */
  start(): void;
  /**
   * Says something, now or later.
   * @param beside rows to write together with the post, given its id
   * @throws {Fault} `bad-request` with what to write instead, `not-found` for an actor that is not there
   */
  publish(post: NewPost, beside?: (id: string) => readonly Row[]): Promise<Post>;
  /** Takes the rows of a file of news, each once. */
  takeNews(rows: readonly NewsRow[]): Promise<readonly NewsOutcome[]>;
  /** Changes what a post says; followers see it. @throws {Fault} `not-found`, `bad-request` */
  edit(id: string, change: Partial<PostDraft> & { readonly about?: PostSubject | undefined }): Promise<Post>;
  /** Takes a post back. @throws {Fault} `not-found` */
  remove(id: string): Promise<Post>;
  get(id: string): Promise<Post | undefined>;
  /** What was said, to everybody or to one person, newest first; of one actor, or of all. */
  said(identifier: string | undefined, limit: number): Promise<readonly Post[]>;
  /** What waits for its time, the next first. */
  scheduled(limit: number): Promise<readonly Post[]>;
  /** Does now what is due now. @returns when the next post is due, in milliseconds since 1970 */
  work(): Promise<number | undefined>;
}

/** Tells followers of what became of a post. It may be told twice of one change, and then does it once or twice. */
export interface PostCourier {
  tell(post: Post, change: NonNullable<Post['untold']>): Promise<void>;
}
