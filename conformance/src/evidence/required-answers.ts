import { contextPath } from '@openstraat/spec';
import type { ExchangeRecord } from '../fetching/recording.ts';
import { isObject } from '../json/json-value.ts';
import { descriptionPath } from '@openstraat/spec';
import { feedStart } from './feed-start.ts';
import { available, type Gatherer } from './gatherer.ts';
import { publisher } from './publisher.ts';
import { recorded } from './recorded.ts';
import { walk } from './walk.ts';

/** Answers to GET from addresses that every publisher must have: what else was tried may be absent, or kept from view. */
export const requiredAnswers: Gatherer<readonly ExchangeRecord[]> = {
  name: 'required-answers',
  late: true,
  async gather(run) {
    const [facts, records, walked] = [await run.gather(publisher), await run.gather(recorded), await run.gather(walk)];
    if (!facts.available) return facts;
    if (!records.available) return records;
    const { description } = facts.value;
    const feed = isObject(description['feed']) ? description['feed'] : {};
    const { pages = [], end } = walked.available ? walked.value : {};
    const addresses = [
      '/',
      descriptionPath,
      contextPath,
      feedStart(facts.value),
      feed['checkpointUrl'],
      ...pages.map(({ url }) => url),
      end !== undefined && 'exchange' in end ? end.exchange.url : undefined,
    ];
    const required = new Set(
      addresses.flatMap((address) =>
        typeof address === 'string' ? (URL.parse(address, run.tested.href)?.href ?? []) : [],
      ),
    );
    const isLive = (url: string): boolean => walked.available && walked.value.replica.things.get(url)?.isLive === true;
    return available(
      records.value.filter(
        ({ method, url, response }) => method === 'GET' && response !== undefined && (required.has(url) || isLive(url)),
      ),
    );
  },
};
