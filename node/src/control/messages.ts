import { z } from 'zod';
import { Fault, type FaultCode } from '../model/fault.ts';
import { sourceSettingsSchema } from '../model/source-settings.ts';
import { exportFormats, type NodeCommands } from './commands.ts';

/*
 * On the wire a command is `POST /<name>`. The request's body is a line of JSON; a second line, `"stop"`, may follow while it runs.
 * The answer is lines of JSON too: any number of `progress` and `chunk`, then one `result` or `fault`.
 */

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
        throw new Fault('limit-exceeded', `A line on the control socket is longer than ${bytesMax} bytes.`);
      pieces.push(piece);
    }
  }
  if (bytes > 0) yield pieces.join('');
}
