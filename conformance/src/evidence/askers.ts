import type { AnsweredExchange } from '../fetching/exchange.ts';
import type { Run } from '../run/run.ts';
import { userAgentLike } from '../run/suite-version.ts';
import { descriptionPath } from '@openstraat/spec';
import { feedStart } from './feed-start.ts';
import { available, type Gatherer } from './gatherer.ts';
import { publisher } from './publisher.ts';
import { thingDocuments } from './thing-documents.ts';

/** Who asks, as far as one place can play it. Accept-Language stays: a publisher may choose by it. */
const askers: readonly { readonly who: string; readonly headers: Readonly<Record<string, string>> }[] = [
  {
    who: 'a browser that comes from elsewhere with a cookie',
    headers: {
      'user-agent': userAgentLike('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'),
      referer: 'https://elsewhere.example/',
      cookie: 'session=7f3a; visited=1',
    },
  },
  {
    who: 'a crawler',
    // No search engine by name: hosts turn away whoever bears one and comes from elsewhere.
    headers: { 'user-agent': userAgentLike('Mozilla/5.0 (compatible; a bot, crawler, spider of a search engine)') },
  },
];

/** What one address answers to different readers. */
export interface AskerComparison {
  /** What it answered the suite, at first. */
  readonly own: AnsweredExchange;
  /** It answered the suite the same again afterwards: nothing changed meanwhile. */
  readonly isSteady: boolean;
  readonly others: readonly { readonly who: string; readonly exchange: AnsweredExchange }[];
}

/** Do two answers say the same? */
export const sameAnswer = (left: AnsweredExchange, right: AnsweredExchange): boolean =>
  left.answer.status === right.answer.status && left.answer.body.equals(right.answer.body);

const compare = async (run: Run, url: string, accept: string): Promise<AskerComparison | undefined> => {
  const own = await run.client.ask(url, { accept });
  const others = await Promise.all(
    askers.map(async ({ who, headers }) => ({ who, exchange: await run.client.ask(url, { accept, headers }) })),
  );
  const again = await run.client.ask(url, { accept });
  if (own.answer === undefined || again.answer === undefined) return undefined;
  return {
    own,
    isSteady: sameAnswer(own, again),
    others: others.flatMap(({ who, exchange }) => (exchange.answer === undefined ? [] : [{ who, exchange }])),
  };
};

/** What a page, a thing, the feed and the description answer to different readers. */
export const askerComparisons: Gatherer<readonly AskerComparison[]> = {
  name: 'askers',
  async gather(run) {
    const facts = await run.gather(publisher);
    if (!facts.available) return facts;
    const documents = await run.gather(thingDocuments);
    const [thing] = documents.available ? run.random('askers').sample(documents.value.documents, 1) : [];
    const addresses: readonly (readonly [url: string, accept: string])[] = [
      ['/', 'text/html'],
      [descriptionPath, 'application/ld+json'],
      [feedStart(facts.value), 'application/json'],
      ...(thing === undefined ? [] : [[thing.thing.id, 'text/html'] as const]),
    ];
    const comparisons = await Promise.all(addresses.map(([url, accept]) => compare(run, url, accept)));
    return available(comparisons.filter((comparison) => comparison !== undefined));
  },
};
