import { z } from 'zod';

const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/, 'takes lower-case letters, digits and hyphens, at most 80');

/** What the operator says of a source. Nothing guesses which shop a file belongs to. */
export const sourceSettingsSchema = z
  .strictObject({
    /** Its key: `/sources/<name>`. */
    name: key,
    title: z.string().min(1).max(200),
    /** Key of the place that the whole file is about. */
    place: key.optional(),
    /** Keys of places, by the `store_code` that the file uses. */
    stores: z.record(z.string().min(1).max(100), key).optional(),
    /** Namespace of the shop's own codes; sources of one shop share it, so that its stock file finds its product feed. */
    catalogue: key.optional(),
    license: z.url({ protocol: /^https?$/ }),
    attribution: z.string().min(1).max(500),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .default('EUR'),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .default('NL'),
    timeZone: z.string().default('Europe/Amsterdam'),
    /** Language of names and descriptions, BCP 47; absent: stated without a language. */
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
      .optional(),
    /** `false` for a feed that names products, but does not say where they are. */
    offers: z.boolean().default(true),
    schedule: z.string().max(200).optional(),
  })
  .refine((settings) => settings.place === undefined || settings.stores === undefined, {
    message: 'has a place or a store map, not both',
    path: ['stores'],
  });
export type SourceSettings = z.infer<typeof sourceSettingsSchema>;

/** The namespace of a source's own codes: its catalogue, else its place, else its name. */
export const catalogueOf = (settings: SourceSettings): string => settings.catalogue ?? settings.place ?? settings.name;
