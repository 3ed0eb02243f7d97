import { resolve } from 'node:path';
import { licenceUrl } from './licences.ts';
import { nodeSettingsSchema } from './settings.ts';

/** A setting that a person can give: in `settings.json`, as a flag of `init`, as a variable of the environment. */
export interface SettingField {
  /** Where it stands in `settings.json`, with dots. */
  readonly path: string;
  /** Its flag, without `--`. */
  readonly flag: string;
  readonly variable: string;
  /** What to write, as the end of a sentence. */
  readonly write: string;
  readonly example: string;
  /** Whether `init` needs it; others have a default or may be absent. */
  readonly asked?: true;
  /** What `init` takes where nothing is said. */
  readonly fallback?: string;
  /** Makes a value of its text, where the text is not the value. */
  readonly read?: (text: string) => unknown;
}

const list = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Every such setting, in the order in which `init` asks. */
export const settingFields: readonly SettingField[] = [
  {
    path: 'name',
    flag: 'name',
    variable: 'OPENSTRAAT_NAME',
    write: 'what people call the node, at most 200 characters',
    example: 'Winkels in Waterveen',
    asked: true,
  },
  {
    path: 'area',
    flag: 'area',
    variable: 'OPENSTRAAT_AREA',
    write: 'the town or area that it serves, at most 200 characters',
    example: 'Waterveen',
    asked: true,
  },
  {
    path: 'operator.name',
    flag: 'operator',
    variable: 'OPENSTRAAT_OPERATOR_NAME',
    write: 'who runs the node, at most 200 characters',
    example: 'Winkeliersvereniging Waterveen',
    asked: true,
  },
  {
    path: 'operator.contact',
    flag: 'contact',
    variable: 'OPENSTRAAT_OPERATOR_CONTACT',
    write: 'an e-mail address or a web page where people reach the operator',
    example: 'winkels@waterveen.example',
    asked: true,
  },
  {
    path: 'license',
    flag: 'license',
    variable: 'OPENSTRAAT_LICENSE',
    write: "CC0-1.0, CC-BY-4.0, ODbL-1.0, or the web address of another open licence, for the node's data",
    example: 'CC-BY-4.0',
    asked: true,
    read: licenceUrl,
  },
  {
    path: 'origin',
    flag: 'origin',
    variable: 'OPENSTRAAT_ORIGIN',
    write: 'the scheme, host and port under which the world reaches the node, without a slash at the end',
    example: 'https://winkels.waterveen.example',
    asked: true,
  },
  {
    path: 'language',
    flag: 'language',
    variable: 'OPENSTRAAT_LANGUAGE',
    write: 'the language of the pages: nl or en',
    example: 'nl',
    asked: true,
    fallback: 'nl',
  },
  {
    path: 'operator.legalForm',
    flag: 'legal-form',
    variable: 'OPENSTRAAT_OPERATOR_LEGAL_FORM',
    write: "the operator's legal form, at most 200 characters",
    example: 'coöperatie U.A.',
  },
  {
    path: 'operator.statutes',
    flag: 'statutes',
    variable: 'OPENSTRAAT_OPERATOR_STATUTES',
    write: "the web address of the operator's statutes",
    example: 'https://winkels.waterveen.example/statuten',
  },
  {
    path: 'gazetteer',
    flag: 'gazetteer',
    variable: 'OPENSTRAAT_GAZETTEER',
    write: 'the path of a file with lines of postcode;lat;lon',
    example: './postcodes.csv',
    read: (text) => resolve(text),
  },
  {
    path: 'registries',
    flag: 'registries',
    variable: 'OPENSTRAAT_REGISTRIES',
    write: 'web addresses of registries, at most 50, with commas between them',
    example: 'https://registry.example',
    read: list,
  },
  {
    path: 'tombstoneDays',
    flag: 'tombstone-days',
    variable: 'OPENSTRAAT_TOMBSTONE_DAYS',
    write: 'how many days tombstones stay: a whole number from 30 to 3650',
    example: '30',
    read: Number,
  },
  {
    path: 'searchesPerMinute',
    flag: 'searches-per-minute',
    variable: 'OPENSTRAAT_SEARCHES_PER_MINUTE',
    write: 'how many searches one client may ask in a minute: a whole number up to 100000, 0 for no limit',
    example: '300',
    read: Number,
  },
  {
    path: 'trustedProxies',
    flag: 'trusted-proxies',
    variable: 'OPENSTRAAT_TRUSTED_PROXIES',
    write: 'how many proxies stand before the node and fill in X-Forwarded-For: a whole number up to 10',
    example: '1',
    read: Number,
  },
  {
    path: 'pollMinutes',
    flag: 'poll-minutes',
    variable: 'OPENSTRAAT_POLL_MINUTES',
    write: 'how many minutes pass between two looks at the feed of a node that is followed: from 0.01 to 1440',
    example: '5',
    read: Number,
  },
  {
    path: 'replicaMebibytesMax',
    flag: 'replica-mebibytes-max',
    variable: 'OPENSTRAAT_REPLICA_MEBIBYTES_MAX',
    write:
      'how many MiB of disk the things of one followed node may take before nothing new of its feed is taken: a whole number from 1 to 16777216',
    example: '8192',
    read: Number,
  },
  {
    path: 'allowPrivateAddress',
    flag: 'allow-private-address',
    variable: 'OPENSTRAAT_ALLOW_PRIVATE_ADDRESS',
    write:
      'true or false: whether the node may fetch from this machine and private networks, for tests and demonstrations only',
    example: 'true',
    read: (text) => (text === 'true' ? true : text === 'false' ? false : text),
  },
  {
    path: 'actorName',
    flag: 'actor-name',
    variable: 'OPENSTRAAT_ACTOR_NAME',
    write:
      "what stands before the host in the node's handle: lower-case letters, digits and _, with single . or - between",
    example: 'waterveen',
  },
  {
    path: 'followers',
    flag: 'followers',
    variable: 'OPENSTRAAT_FOLLOWERS',
    write:
      'who may follow the node and its places: open (everybody), ask (whom the operator accepts) or closed (nobody new)',
    example: 'ask',
  },
  {
    path: 'noticeSeconds',
    flag: 'notice-seconds',
    variable: 'OPENSTRAAT_NOTICE_SECONDS',
    write: 'how many seconds pass at least between two notices of changes to a node that follows: from 0.1 to 3600',
    example: '3',
    read: Number,
  },
  {
    path: 'followerGoneDays',
    flag: 'follower-gone-days',
    variable: 'OPENSTRAAT_FOLLOWER_GONE_DAYS',
    write: 'after how many days of failing deliveries a follower is dropped: from 1 to 3650',
    example: '30',
    read: Number,
  },
  {
    path: 'authorisedFetch',
    flag: 'authorised-fetch',
    variable: 'OPENSTRAAT_AUTHORISED_FETCH',
    write: 'true or false: whether only who signs the request may read actors, posts and followers over ActivityPub',
    example: 'true',
    read: (text) => (text === 'true' ? true : text === 'false' ? false : text),
  },
];

/** Values of settings by path. */
export type SettingValues = Readonly<Record<string, unknown>>;

/** Puts values by path into settings as they stand in `settings.json`. */
export const withSettings = (settings: Readonly<Record<string, unknown>>, values: SettingValues): object => {
  const result: Record<string, unknown> = { ...settings };
  for (const [path, value] of Object.entries(values)) {
    const [first = '', second] = path.split('.');
    result[first] = second === undefined ? value : { ...(result[first] as object | undefined), [second]: value };
  }
  return result;
};

/** Paths among `values` whose value is not one that the settings take. */
export const badSettings = (values: SettingValues): string[] => {
  const { error } = nodeSettingsSchema.safeParse(withSettings({}, values));
  const bad = new Set(error?.issues.map((issue) => issue.path.slice(0, 2).join('.')));
  // An address in a list is reported under its index: the setting is the list.
  return Object.keys(values).filter((path) => bad.has(path) || [...bad].some((one) => one.startsWith(`${path}.`)));
};
