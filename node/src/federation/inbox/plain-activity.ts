import type { Envelope } from './read-envelope.ts';

/**
 * The words that activities are read with, whatever context they bring: those of ActivityStreams, as it says that they always mean, and what most
 * servers write beside. So a context costs nothing, and none can give words another meaning than the guard read in them.
 */
const context = [
  'https://www.w3.org/ns/activitystreams',
  {
    toot: 'http://joinmastodon.org/ns#',
    Emoji: 'toot:Emoji',
    Hashtag: 'as:Hashtag',
    sensitive: 'as:sensitive',
  },
] as const;

const keywords: ReadonlySet<string> = new Set(['@id', '@type', '@value', '@language']);
/** What would be verified a second time, by other rules: who signed the request has signed all of it. */
const proofs: ReadonlySet<string> = new Set(['proof', 'signature']);

const isPlain = (name: string): boolean =>
  keywords.has(name) || (!name.startsWith('@') && !name.includes(':') && !proofs.has(name));

const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => isPlain(name))
      .map(([name, member]: [string, unknown]) => [name, plain(member)]),
  );
};

/** An activity as Fedify gets it, of who the guard found that it is of. Pure. */
export const plainActivity = (
  json: Readonly<Record<string, unknown>>,
  { id, actor }: Pick<Envelope, 'actor'> & { readonly id: string },
): object => ({
  ...(plain(json) as object),
  '@context': context,
  id,
  actor,
});
