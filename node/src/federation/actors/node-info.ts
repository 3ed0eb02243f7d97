import type { NodeSettings } from '../../config/settings.ts';
import { software } from '../../http/software.ts';

export const nodeInfoPath = '/nodeinfo/2.1';

/** The documents to choose from, at `/.well-known/nodeinfo`. */
export const nodeInfoLinks = (origin: string): object => ({
  links: [{ rel: 'http://nodeinfo.diaspora.software/ns/schema/2.1', href: origin + nodeInfoPath }],
});

/** What the node counts of itself. */
export interface NodeInfoCounts {
  /** Actors that it speaks for. */
  readonly actors: number;
  /** Posts for people. */
  readonly posts: number;
}

/** What runs here and how much of it, as NodeInfo 2.1 has it. */
export const nodeInfo = (settings: NodeSettings, { actors, posts }: NodeInfoCounts): object => ({
  version: '2.1',
  software: { name: 'openstraat', version: software.version },
  protocols: ['activitypub'],
  services: { inbound: [], outbound: [] },
  openRegistrations: false,
  usage: { users: { total: actors }, localPosts: posts },
  metadata: { nodeName: settings.name, nodeDescription: settings.area },
});
