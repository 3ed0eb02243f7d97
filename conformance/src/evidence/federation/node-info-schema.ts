import { z } from 'zod';

const count = z.int().min(0).optional();
const inbound = ['atom1.0', 'gnusocial', 'imap', 'pnut', 'pop3', 'pumpio', 'rss2.0', 'twitter'] as const;
const outboundNames =
  'atom1.0 blogger buddycloud diaspora dreamwidth drupal facebook friendica gnusocial google insanejournal libertree linkedin livejournal mediagoblin myspace pinterest pnut posterous pumpio redmatrix rss2.0 smtp tent tumblr twitter wordpress xmpp';
const outbound = outboundNames.split(' ');
const protocolNames = 'activitypub buddycloud dfrn diaspora libertree ostatus pumpio tent xmpp zot';
const protocols = protocolNames.split(' ');

/** What the schema of NodeInfo 2.1 demands; it forbids everything else but in `metadata`. */
export const nodeInfoSchema = z.strictObject({
  version: z.literal('2.1'),
  software: z.strictObject({
    name: z.string().regex(/^[a-z0-9-]+$/, 'is not of lower-case letters, digits and hyphens'),
    version: z.string(),
    repository: z.string().optional(),
    homepage: z.string().optional(),
  }),
  protocols: z.array(z.enum(protocols)).min(1),
  services: z.strictObject({ inbound: z.array(z.enum(inbound)), outbound: z.array(z.enum(outbound)) }),
  openRegistrations: z.boolean(),
  usage: z.strictObject({
    users: z.strictObject({ total: count, activeHalfyear: count, activeMonth: count }),
    localPosts: count,
    localComments: count,
  }),
  metadata: z.record(z.string(), z.unknown()),
});
