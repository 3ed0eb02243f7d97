import type { Exchange } from '../../fetching/exchange.ts';
import { isSameHost, parseHttpUrl } from '../../fetching/same-host.ts';
import { isObject } from '../../json/json-value.ts';
import { available, type Gatherer } from '../gatherer.ts';
import { readObject } from '../json-object-answer.ts';
import { valuesOf } from './values.ts';

export const nodeInfoRelation = 'http://nodeinfo.diaspora.software/ns/schema/2.1';

/** How a publisher describes itself to the Fediverse. */
export interface NodeInfoAnswers {
  /** What `/.well-known/nodeinfo` answers. */
  readonly discovery: Exchange;
  /** The address that it gives for version 2.1. */
  readonly href: unknown;
  /** What is there; undefined where that is no address of this host. */
  readonly document: Exchange | undefined;
}

/** NodeInfo, by its discovery. */
export const nodeInfo: Gatherer<NodeInfoAnswers> = {
  name: 'node-info',
  async gather(run) {
    const discovery = await run.client.ask('/.well-known/nodeinfo', { accept: 'application/json' });
    const reading = readObject(discovery);
    const links = reading.ok ? valuesOf(reading.value.json['links']) : [];
    const link = links.find((one) => isObject(one) && one['rel'] === nodeInfoRelation);
    const href = isObject(link) ? link['href'] : undefined;
    const url = typeof href === 'string' ? parseHttpUrl(href) : undefined;
    const isHere = url !== undefined && isSameHost(run.tested, url);
    const document = isHere ? await run.client.ask(url.href, { accept: 'application/json' }) : undefined;
    return available({ discovery, href, document });
  },
};
