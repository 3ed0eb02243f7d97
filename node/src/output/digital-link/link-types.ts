/** Namespace of GS1's link types (GS1-Conformant Resolver, 2.14). */
export const gs1Namespace = 'https://ref.gs1.org/voc/';
/** Meaning of the JSON form of a linkset. Readers may fetch it, this node never does. */
export const linksetContext = 'https://ref.gs1.org/standards/resolver/linkset-context';

/** The link types that this node gives, by their name in the namespace. */
export const linkTypes = ['defaultLink', 'hasRetailers', 'pip'] as const;
export type LinkType = (typeof linkTypes)[number];

const namespaces = ['gs1:', gs1Namespace, 'https://gs1.org/voc/', 'http://gs1.org/voc/', 'https://www.gs1.org/voc/'];

/** What a `linkType` asks for: one link, all of them, or something that is not here. */
export const readLinkType = (value: string | undefined): LinkType | 'linkset' | 'unknown' | undefined => {
  if (value === undefined || value === '') return undefined;
  if (value === 'linkset' || value === 'all') return 'linkset';
  const namespace = namespaces.find((prefix) => value.startsWith(prefix));
  const name = namespace === undefined ? '' : value.slice(namespace.length);
  return linkTypes.find((known) => known === name) ?? 'unknown';
};
