import { z } from 'zod';

/** What `openstraat init` asks and the data folder keeps, in `settings.json`. */
export const nodeSettingsSchema = z.strictObject({
  version: z.literal(1),
  /** What people call the node: `Winkels in Waterveen`. */
  name: z.string().min(1).max(200),
  /** Town or area that it serves, in words. */
  area: z.string().min(1).max(200),
  operator: z.strictObject({
    name: z.string().min(1).max(200),
    contact: z.union([z.email(), z.url({ protocol: /^https?$/ })]),
    legalForm: z.string().max(200).optional(),
    statutes: z.url({ protocol: /^https?$/ }).optional(),
  }),
  /** Licence of the node's data, unless a source states its own. */
  license: z.url({ protocol: /^https?$/ }),
  /** Scheme, host and port under which the world reaches the node; no path. */
  origin: z
    .url({ protocol: /^https?$/ })
    .refine(
      (url) => URL.canParse(url) && new URL(url).origin === url,
      'is scheme, host and port only, without a slash at the end',
    ),
  /** Language of the pages. */
  language: z.enum(['nl', 'en']).default('nl'),
  /** Path of a `postcode;lat;lon` file. */
  gazetteer: z.string().optional(),
  /** Registries asked for listing. */
  registries: z
    .array(z.url({ protocol: /^https?$/ }))
    .max(50)
    .default([]),
  /** How long tombstones stay. */
  tombstoneDays: z.int().min(30).max(3_650).default(30),
  /** Searches that one client may ask in a minute; 0 sets no limit. */
  searchesPerMinute: z.int().min(0).max(100_000).default(300),
  /** Proxies before the node, each of which adds its caller to X-Forwarded-For; 0 where clients come directly. */
  trustedProxies: z.int().min(0).max(10).default(0),
  /** True for the example town: pages say that its shops are fictional. */
  fictional: z.boolean().default(false),
});
export type NodeSettings = z.infer<typeof nodeSettingsSchema>;

/** A signing key as the data folder keeps it; only the operator's user can read the file. */
export const nodeKeysSchema = z.strictObject({
  keys: z
    .array(
      z.strictObject({
        /** Fragment under which the description names it. */
        id: z.string().regex(/^key-\d+$/),
        publicKeyMultibase: z.string(),
        secretKeyMultibase: z.string(),
        validFrom: z.iso.datetime(),
        revoked: z.iso.datetime().optional(),
      }),
    )
    .min(1),
  /** Public part of the recovery key, whose secret the operator keeps off line. */
  recoveryPublicKeyMultibase: z.string(),
});
export type NodeKeys = z.infer<typeof nodeKeysSchema>;
