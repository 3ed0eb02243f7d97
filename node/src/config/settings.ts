import { proofSchema } from '@openstraat/spec';
import { z } from 'zod';

/** The first part of a handle, in the form that all servers of the Fediverse take. */
export const username = z
  .string()
  .max(60)
  .regex(/^[a-z0-9_]+(?:[.-][a-z0-9_]+)*$/, 'is not lower-case letters, digits and _, with single . or - between them');

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
  /** Between two looks at the feed of a node that is followed and says nothing by itself. */
  pollMinutes: z.number().min(0.01).max(1_440).default(5),
  /** What the replica of one followed node may take on disk. */
  replicaMebibytesMax: z.int().min(1).max(16_777_216).default(8_192),
  /** Lets the node fetch from loopback and private networks: for tests, demonstrations, and networks that the operator trusts. */
  allowPrivateAddress: z.boolean().default(false),
  /** What stands before the host in the node's handle; made of the area when absent. */
  actorName: username.optional(),
  /** Who may follow the node's actors: everybody, whom the operator accepts, or nobody new. */
  followers: z.enum(['open', 'ask', 'closed']).default('open'),
  /** The shortest time between two notices of changes to one node. */
  noticeSeconds: z.number().min(0.1).max(3_600).default(3),
  /** How long deliveries to a follower may fail before it counts as gone for good. */
  followerGoneDays: z.number().min(1).max(3_650).default(30),
  /** Shows actors and their collections only to who signs the request. */
  authorisedFetch: z.boolean().default(false),
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
        /** Which key says that this one is the node's; absent for the first. */
        signedBy: z
          .string()
          .regex(/^(?:key-\d+|recovery-key)$/)
          .optional(),
        /** What the recovery key said of it: its secret is not here to say it again. */
        proof: proofSchema.optional(),
      }),
    )
    .min(1),
  /** Public part of the recovery key, whose secret the operator keeps off line. */
  recoveryPublicKeyMultibase: z.string(),
});
export type NodeKeys = z.infer<typeof nodeKeysSchema>;
