import { z } from 'zod';
import { Fault, type FaultCode } from '../model/fault.ts';
import { sourceSettingsSchema } from '../model/source-settings.ts';
import { severities } from '../model/block.ts';
import { followerActions } from '../model/follower-listing.ts';
import { exportFormats, type NodeCommands } from './commands.ts';

/*
 * On the wire a command is `POST /<name>`. The request's body is a line of JSON; a second line, `"stop"`, may follow while it runs.
 * The answer is lines of JSON too: any number of `progress` and `chunk`, then one `result` or `fault`.
 */

const postFields = {
  place: z.string().optional(),
  replyTo: z.string().optional(),
  text: z.string(),
  link: z.string().optional(),
  pictures: z.array(z.strictObject({ address: z.string(), alternative: z.string() })),
  language: z.string().optional(),
  at: z.string().optional(),
};

/** What a command takes, by its name. */
export const requestSchemas = {
  importFile: z.strictObject({
    file: z.string().startsWith('/'),
    source: z.string(),
    settings: sourceSettingsSchema.optional(),
    format: z.string().optional(),
    dryRun: z.boolean(),
    partial: z.boolean(),
    allowShrink: z.boolean(),
    asStated: z.boolean().optional(),
  }),
  listSources: z.strictObject({}),
  saveSource: sourceSettingsSchema,
  removeSource: z.strictObject({ name: z.string(), allowShrink: z.boolean() }),
  follow: z.strictObject({ node: z.string() }),
  unfollow: z.strictObject({ node: z.string() }),
  listFollowing: z.strictObject({}),
  pullFollowed: z.strictObject({ node: z.string().optional() }),
  listActors: z.strictObject({}),
  switchActorOn: z.strictObject({
    place: z.string(),
    name: z.string().optional(),
    announces: z.array(z.enum(['events', 'promotions', 'products'])).optional(),
    was: z.string().optional(),
  }),
  switchActorOff: z.strictObject({ place: z.string() }),
  movePlace: z.strictObject({
    place: z.string(),
    to: z.string(),
    sameKeys: z.boolean(),
    actor: z.string().optional(),
  }),
  moveNode: z.strictObject({ to: z.string(), allowShrink: z.boolean() }),
  sayFormerly: z.strictObject({ from: z.string(), forget: z.boolean() }),
  undoMove: z.strictObject({ place: z.string().optional() }),
  listMoves: z.strictObject({}),
  listKeys: z.strictObject({}),
  rotateKeys: z.strictObject({
    which: z.enum(['all', 'feed', 'actors']),
    overlapDays: z.number().min(0).max(3_650),
    recoverySecret: z.string().optional(),
  }),
  listFollowers: z.strictObject({ asking: z.boolean(), limit: z.int().min(1) }),
  tendFollower: z.strictObject({
    follower: z.string(),
    action: z.enum(followerActions),
    place: z.string().optional(),
  }),
  listBlocks: z.strictObject({}),
  putBlocks: z.strictObject({
    blocks: z.array(
      z.strictObject({
        domain: z.string(),
        severity: z.enum(severities),
        rejectMedia: z.boolean(),
        rejectReports: z.boolean(),
        reason: z.string(),
        obfuscate: z.boolean(),
      }),
    ),
    more: z.boolean(),
  }),
  removeBlock: z.strictObject({ domain: z.string() }),
  publishPost: z.strictObject(postFields),
  takeNews: z.strictObject({ rows: z.array(z.strictObject({ ...postFields, line: z.int(), mark: z.string() })) }),
  listPosts: z.strictObject({ place: z.string().optional(), limit: z.int().min(1) }),
  editPost: z.strictObject({ id: z.string(), text: z.string() }),
  deletePost: z.strictObject({ id: z.string() }),
  listReplies: z.strictObject({ place: z.string().optional(), limit: z.int().min(1) }),
  showReply: z.strictObject({ id: z.string() }),
  hideReply: z.strictObject({ id: z.string() }),
  deleteReply: z.strictObject({ id: z.string() }),
  exportThings: z.strictObject({ format: z.enum(exportFormats) }),
  backup: z.strictObject({ folder: z.string().startsWith('/') }),
  verify: z.strictObject({}),
  stats: z.strictObject({}),
} as const satisfies Record<keyof NodeCommands, z.ZodType>;
export type CommandName = keyof typeof requestSchemas;
export const commandNames = Object.keys(requestSchemas) as readonly CommandName[];

/** A line of an answer. */
export type AnswerLine =
  | { readonly progress: unknown }
  | { readonly chunk: string }
  | { readonly result: unknown }
  | { readonly fault: { readonly code: FaultCode; readonly message: string } };

/** The second line of a request: what runs stops when it next can, and still answers. */
export const stopLine = 'stop';

/**
 * Splits a stream of text into its lines, without keeping more than one.
 * @throws {Fault} `limit-exceeded` for a line longer than `bytesMax`
 */
export async function* splitLines(chunks: AsyncIterable<string>, bytesMax: number): AsyncGenerator<string> {
  let pieces: string[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    const [first = '', ...others] = chunk.split('\n');
    for (const [index, piece] of [first, ...others].entries()) {
      if (index > 0) {
        yield pieces.join('');
        pieces = [];
        bytes = 0;
      }
      bytes += Buffer.byteLength(piece);
      if (bytes > bytesMax)
        throw new Fault(
          'limit-exceeded',
          `A line on the control socket is longer than ${bytesMax} bytes: hand over, or ask for, less at once.`,
        );
      pieces.push(piece);
    }
  }
  if (bytes > 0) yield pieces.join('');
}
