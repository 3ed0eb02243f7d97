import { licenceUrl } from '../config/licences.ts';
import { type SourceSettings, sourceSettingsSchema } from '../model/source-settings.ts';
import { usageFault } from './command.ts';
import { readStoresFile } from './stores-file.ts';

/** Flags that say what a source is. */
export const sourceOptions = {
  title: { type: 'string' },
  place: { type: 'string' },
  stores: { type: 'string' },
  license: { type: 'string' },
  attribution: { type: 'string' },
  catalogue: { type: 'string' },
  currency: { type: 'string' },
  country: { type: 'string' },
  'time-zone': { type: 'string' },
  language: { type: 'string' },
  'no-offers': { type: 'boolean' },
  schedule: { type: 'string' },
} as const;
type Flags = { readonly [K in keyof typeof sourceOptions]?: string | boolean };

export const sourceOptionHelp = {
  title: 'what people call the source (default: its name)',
  place: 'key of the place that the whole file is about',
  stores: 'CSV file of store_code;place, for a file about several places',
  license: "licence of what it states: CC0-1.0, CC-BY-4.0, ODbL-1.0 or an address (default: the node's)",
  attribution: 'whom to name when its data is used',
  catalogue: "name shared by the sources of one shop, so that they mean the same by the shop's own codes",
  currency: 'currency of prices that name none (default: EUR)',
  country: 'country of addresses that name none (default: NL)',
  'time-zone': 'time zone of times without one (default: Europe/Amsterdam)',
  language: 'language of names and descriptions, such as nl',
  'no-offers': 'the file names products, but does not say where they are',
  schedule: 'when it delivers, in words',
} as const satisfies Record<keyof typeof sourceOptions, string>;

/** Whether any of these flags was given. */
export const hasSourceFlags = (flags: Flags): boolean =>
  Object.keys(sourceOptions).some((flag) => flags[flag as keyof Flags] !== undefined);

/**
 * Makes the settings of a source: what flags say before what is known of it before what the node says.
 * @throws {Fault} `usage`, naming every flag that is bad or missing
 */
export const sourceSettingsOf = async (
  command: string,
  name: string,
  flags: Flags,
  known: { readonly source: SourceSettings | undefined; readonly license: string },
): Promise<SourceSettings> => {
  const text = (flag: keyof Flags): string | undefined => {
    const value = flags[flag];
    return typeof value === 'string' ? value : undefined;
  };
  const stores = text('stores') === undefined ? undefined : await readStoresFile(text('stores') ?? '');
  const license = text('license');
  const given = {
    title: text('title'),
    place: text('place'),
    stores,
    license: license === undefined ? undefined : licenceUrl(license),
    attribution: text('attribution'),
    catalogue: text('catalogue'),
    currency: text('currency'),
    country: text('country'),
    timeZone: text('time-zone'),
    language: text('language'),
    offers: flags['no-offers'] === true ? false : undefined,
    schedule: text('schedule'),
  };
  const { place, stores: oldStores, ...rest } = known.source ?? {};
  // A source has a place or a store map: a new one of either takes the place of the other.
  const where = given.place === undefined && stores === undefined ? { place, stores: oldStores } : {};
  const whole = Object.fromEntries(
    Object.entries({
      title: name,
      license: known.license,
      ...rest,
      ...where,
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
      name,
    }).filter(([, value]) => value !== undefined),
  );
  const { data, error } = sourceSettingsSchema.safeParse(whole);
  if (data !== undefined) return data;
  const problems = error.issues.map((issue) => {
    const [key = ''] = issue.path;
    const flag = key === 'timeZone' ? 'time-zone' : key === 'offers' ? 'no-offers' : String(key);
    if (key === 'name') return `The name "${name}" ${issue.message}.`;
    if (key in whole) return `--${flag}: ${[issue.path.slice(1).join('.'), issue.message].filter(Boolean).join(' ')}.`;
    return `--${flag} is missing: give ${sourceOptionHelp[flag as keyof typeof sourceOptionHelp]}.`;
  });
  throw usageFault(command, problems.join('\n'));
};
