import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { Fault } from '../model/fault.ts';
import { sourceSettingsSchema } from '../model/source-settings.ts';
import { cliLimits } from './limits.ts';

/** Its name in a folder of deliveries. */
export const manifestName = 'openstraat.json';

const manifestSchema = z.strictObject({
  /** Settings of a node that is made for these deliveries; its gazetteer is from the folder of the manifest too. */
  node: z.looseObject({ gazetteer: z.string().optional() }).default({}),
  /** In the order in which they are imported. */
  deliveries: z
    .array(
      z.strictObject({
        /** From the folder of the manifest. */
        file: z.string().min(1),
        format: z.string().optional(),
        partial: z.boolean().default(false),
        source: sourceSettingsSchema,
      }),
    )
    .min(1)
    .max(cliLimits.manifestDeliveriesMax),
});

/** Deliveries that belong together, with their sources. */
export type Manifest = z.infer<typeof manifestSchema>;

/** Where the manifest is that a path means: a folder that has one, or a file of that name. */
export const manifestPathOf = async (path: string): Promise<string | undefined> => {
  if ((await stat(path)).isDirectory()) return join(path, manifestName);
  return path.endsWith(`/${manifestName}`) ? path : undefined;
};

/** Reads a manifest; the paths of its files become absolute. @throws {Fault} `file-unreadable`, naming all that is wrong */
export const readManifest = async (path: string): Promise<Manifest> => {
  const bad = (what: string, cause?: unknown): Fault =>
    new Fault('file-unreadable', `${path} can't be used as a list of deliveries: ${what}`, { cause });
  let json: unknown;
  try {
    if ((await stat(path)).size > cliLimits.manifestBytesMax)
      throw bad(`it is larger than ${cliLimits.manifestBytesMax} bytes.`);
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    if (code === 'ENOENT')
      throw new Fault(
        'file-unreadable',
        `${dirname(path)} has no ${manifestName}, which lists the deliveries of a folder. Name one file, or a folder that has the list.`,
        { cause },
      );
    throw bad(`${code}.`, cause);
  }
  const { data, error } = manifestSchema.safeParse(json);
  if (data === undefined)
    throw bad(error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  const folder = dirname(resolve(path));
  const { gazetteer } = data.node;
  const node = gazetteer === undefined ? data.node : { ...data.node, gazetteer: resolve(folder, gazetteer) };
  return { node, deliveries: data.deliveries.map((one) => ({ ...one, file: resolve(folder, one.file) })) };
};
