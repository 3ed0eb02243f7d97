import { notTested } from '../../checks/verdict.ts';
import type { AnsweredExchange, Exchange } from '../../fetching/exchange.ts';
import { isSameHost, parseHttpUrl } from '../../fetching/same-host.ts';
import type { JsonObject } from '../../json/json-value.ts';
import { description } from '../description.ts';
import { available, type Gatherer, missing } from '../gatherer.ts';
import { gatherObject } from '../json-object-answer.ts';

export const activityType = 'application/activity+json';
export const activityProfile = 'https://www.w3.org/ns/activitystreams';

/** What the address of the node's actor answers. */
export interface ActorAnswers {
  readonly url: string;
  readonly asActivity: Exchange;
  /** Asked for as JSON-LD with the profile of ActivityStreams. */
  readonly asProfile: Exchange;
  /** Asked for as a page; redirects are not followed. */
  readonly asPage: Exchange;
  /** The page itself; undefined where it is on another host. */
  readonly page: Exchange | undefined;
}

const asPages = { accept: 'text/html' } as const;

/** What the actor's address answers to those who want an activity, JSON-LD or a page. */
export const actorAnswers: Gatherer<ActorAnswers> = {
  name: 'actor-answers',
  async gather(run) {
    const described = await run.gather(description);
    if (!described.available) return described;
    const { actor } = described.value.json;
    const url = typeof actor === 'string' ? parseHttpUrl(actor) : undefined;
    if (url === undefined || !isSameHost(run.tested, url))
      return missing(notTested('evidence-missing', 'the description names no actor of this host'));
    const [asActivity, asProfile, asPage] = await Promise.all([
      run.client.ask(url.href, { accept: activityType }),
      run.client.ask(url.href, { accept: `application/ld+json; profile="${activityProfile}"` }),
      run.client.ask(url.href, { ...asPages, redirect: 'manual' }),
    ]);
    const isRedirect = (asPage.answer?.status ?? 0) >= 300;
    const location = isRedirect ? asPage.answer?.headers.get('location') : undefined;
    const target = location === undefined ? url : parseHttpUrl(location, url.href);
    const isHere = target !== undefined && isSameHost(run.tested, target);
    const page = location === undefined ? asPage : undefined;
    return available({
      url: url.href,
      asActivity,
      asProfile,
      asPage,
      page: page ?? (isHere ? await run.client.ask(target.href, asPages) : undefined),
    });
  },
};

/** The node's actor, as it was answered. */
export interface Actor {
  readonly url: string;
  readonly exchange: AnsweredExchange;
  readonly json: JsonObject;
  /** Of the publisher, as its description states it. */
  readonly origin: string;
  /** Id of the feed, as the description has it. */
  readonly feed: unknown;
}

/** The node's actor as a JSON object; checks find out what is wrong with it. */
export const actor: Gatherer<Actor> = {
  name: 'actor',
  async gather(run) {
    const described = await run.gather(description);
    if (!described.available) return described;
    const answers = await run.gather(actorAnswers);
    if (!answers.available) return answers;
    const object = gatherObject(answers.value.asActivity, 'the actor');
    if (!object.available) return object;
    const { origin, feed } = described.value;
    return available({ ...object.value, url: answers.value.url, origin, feed: feed['id'] });
  },
};

/** An address that the actor gives, when it is one of this host. */
export const addressOf = (tested: URL, json: JsonObject, name: string): string | undefined => {
  const value = json[name];
  const url = typeof value === 'string' ? parseHttpUrl(value) : undefined;
  return url !== undefined && isSameHost(tested, url) ? url.href : undefined;
};
