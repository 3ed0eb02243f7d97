import { setTimeout as sleep } from 'node:timers/promises';
import { callbackLimits } from '../../callback/limits.ts';
import type { Delivery } from '../../callback/mailbox.ts';
import type { SuiteActor } from '../../callback/suite-actors.ts';
import { notTested } from '../../checks/verdict.ts';
import type { Exchange } from '../../fetching/exchange.ts';
import type { JsonObject } from '../../json/json-value.ts';
import type { Run } from '../../run/run.ts';
import { available, type Gathered, type Gatherer, missing } from '../gatherer.ts';
import { type Actor, actor, addressOf } from './actor.ts';
import { headPosition } from '../head-position.ts';
import { callback, type CallbackFace } from './callback.ts';
import { bytesOf, followBy, post, postSigned, signedHeaders } from './post.ts';
import { type Collection, readCollection } from './read-collection.ts';
import { idOf, isOfType } from './values.ts';

/** Both sides of the conversation. */
export interface Parties extends CallbackFace {
  readonly actor: Actor;
  readonly inbox: string;
}

/** Who talks with whom; there where the publisher can reach the suite. */
export const parties: Gatherer<Parties> = {
  name: 'parties',
  async gather(run) {
    const found = await run.gather(actor);
    if (!found.available) return found;
    const inbox = addressOf(run.tested, found.value.json, 'inbox');
    if (inbox === undefined) return missing(notTested('evidence-missing', 'the actor names no inbox of this host'));
    const face = await run.gather(callback);
    return face.available ? available({ ...face.value, actor: found.value, inbox }) : face;
  },
};

/** Is it an answer to this Follow? */
export const isAnswerTo = ({ activity }: Delivery, follow: JsonObject): boolean =>
  isOfType(activity, 'Accept') && idOf(activity?.['object']) === follow['id'];

/** Does the actor say that nobody has to decide on Follows? */
export const acceptsAtOnce = ({ json }: Actor): boolean => json['manuallyApprovesFollowers'] === false;

/** Was what was sent taken? */
export const isTaken = ({ answer }: Exchange): boolean => answer !== undefined && answer.status < 300;

/** A Follow, and what came of it. */
export interface Followed {
  readonly activity: JsonObject;
  readonly exchange: Exchange;
  readonly isExpected: boolean;
  /** Undefined where none came in time. */
  readonly accept: Delivery | undefined;
}

const patienceWith = (run: Run, isExpected: boolean): number => (isExpected ? run.patienceMs : 0);

const follow = async (
  run: Run,
  { actor: tested, inbox, mailbox }: Parties,
  who: SuiteActor,
  form: 'draft-cavage' | 'rfc-9421',
): Promise<Followed> => {
  const activity = followBy(who, tested.url, 'first');
  const exchange = await postSigned(run, inbox, activity, { form, key: who.key });
  const isExpected = acceptsAtOnce(tested);
  const accept = await mailbox.waitFor(
    (delivery) => delivery.to === who.id && isAnswerTo(delivery, activity),
    patienceWith(run, isExpected && isTaken(exchange)),
    run.signal,
  );
  return { activity, exchange, isExpected, accept };
};

/** Is an actor listed in a collection? */
export const lists = ({ items }: Collection, { id }: SuiteActor): boolean =>
  items.some(({ value }) => idOf(value) === id);

/** Reads the followers until they are as they should be, or it takes too long. */
export const readFollowers = async (
  run: Run,
  { actor: tested }: Parties,
  isRight: (followers: Collection) => boolean,
): Promise<Collection | undefined> => {
  const url = addressOf(run.tested, tested.json, 'followers');
  if (url === undefined) return undefined;
  for (let waitedMs = 0; ; waitedMs += callbackLimits.lookAgainMs) {
    const followers = await readCollection(run, url);
    if (isRight(followers) || waitedMs >= Math.min(run.patienceMs, callbackLimits.listPatienceMs)) return followers;
    await sleep(callbackLimits.lookAgainMs, undefined, { signal: run.signal }).catch(() => {});
    if (run.signal.aborted) return followers;
  }
};

/** The suite's node as a follower. */
export interface NodeFollowed extends Followed {
  /** Once it was accepted. */
  readonly followers: Collection | undefined;
  /** Position of the feed's head by then, as far as its checkpoint says. */
  readonly head: number | undefined;
}

/** A node follows, with the signature that everybody understands. */
export const nodeFollowed: Gatherer<NodeFollowed> = {
  name: 'node-followed',
  async gather(run) {
    const both = await run.gather(parties);
    if (!both.available) return both;
    const { node } = both.value.actors;
    const followed = await follow(run, both.value, node, 'draft-cavage');
    if (followed.accept === undefined) return available({ ...followed, followers: undefined, head: undefined });
    const followers = await readFollowers(run, both.value, (read) => lists(read, node));
    return available({ ...followed, followers, head: await headPosition(run) });
  },
};

/** The same Follow once more. */
export const repeatedFollow: Gatherer<{ readonly exchange: Exchange; readonly followed: NodeFollowed }> = {
  name: 'repeated-follow',
  async gather(run) {
    const both = await run.gather(parties);
    if (!both.available) return both;
    const followed = await run.gather(nodeFollowed);
    if (!followed.available) return followed;
    const { actors, inbox } = both.value;
    const body = bytesOf(followed.value.activity);
    const signing = { form: 'draft-cavage', key: actors.node.key } as const;
    const exchange = await post(run, inbox, body, signedHeaders(run, inbox, body, signing));
    return available({ exchange, followed: followed.value });
  },
};

/** A person follows, by RFC 9421; whatever the node's repetition led to has had time to arrive then. */
export const personFollowed: Gatherer<Followed> = {
  name: 'person-followed',
  async gather(run): Promise<Gathered<Followed>> {
    const both = await run.gather(parties);
    if (!both.available) return both;
    await run.gather(repeatedFollow);
    return available(await follow(run, both.value, both.value.actors.person, 'rfc-9421'));
  },
};
