/** Says of JSON-LD that it is a document of ActivityPub. */
export const activityProfile = 'https://www.w3.org/ns/activitystreams';

/** The media types that this node speaks. */
export const mediaTypes = {
  html: 'text/html',
  json: 'application/json',
  jsonLd: 'application/ld+json',
  linkset: 'application/linkset+json',
  nQuads: 'application/n-quads',
  problem: 'application/problem+json',
  activity: 'application/activity+json',
  /** JSON-LD as ActivityPub asks for it. */
  activityLd: 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"',
  jrd: 'application/jrd+json',
  nodeInfo: 'application/json; profile="http://nodeinfo.diaspora.software/ns/schema/2.1#"',
  png: 'image/png',
  text: 'text/plain',
  css: 'text/css',
  xml: 'application/xml',
} as const;
export type MediaType = (typeof mediaTypes)[keyof typeof mediaTypes];

/** The value of `Content-Type`: only text formats take a charset. */
export const contentType = (type: MediaType): string =>
  type.startsWith('text/') || type === mediaTypes.xml ? `${type}; charset=utf-8` : type;
