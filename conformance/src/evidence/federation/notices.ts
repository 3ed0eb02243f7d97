import type { Delivery } from '../../callback/mailbox.ts';
import type { Exchange } from '../../fetching/exchange.ts';
import { isObject } from '../../json/json-value.ts';
import { available, type Gatherer } from '../gatherer.ts';
import type { Actor } from './actor.ts';
import {
  type Followed,
  lists,
  nodeFollowed,
  type NodeFollowed,
  parties,
  personFollowed,
  readFollowers,
} from './following.ts';
import { headPosition } from '../head-position.ts';
import { hostilePosts } from './hostile-posts.ts';
import { postSigned, undoBy } from './post.ts';
import type { Collection } from './read-collection.ts';
import { idOf, isOfType } from './values.ts';

/** What an Undo that is not the follower's own led to. */
export interface ForeignUndo {
  readonly exchange: Exchange;
}

/** A person undoes what a node began. */
export const foreignUndo: Gatherer<ForeignUndo> = {
  name: 'foreign-undo',
  async gather(run) {
    const both = await run.gather(parties);
    if (!both.available) return both;
    const followed = await run.gather(nodeFollowed);
    if (!followed.available) return followed;
    await run.gather(hostilePosts);
    const { actors, inbox } = both.value;
    const undo = undoBy(actors.person, followed.value.activity, 'foreign');
    return available({
      exchange: await postSigned(run, inbox, undo, { form: 'draft-cavage', key: actors.person.key }),
    });
  },
};

/** Is it a notice: something that says that the feed has changed? */
const isNotice = ({ activity }: Delivery, { feed }: Actor): boolean => {
  if (!isOfType(activity, 'Update')) return false;
  const object = activity?.['object'];
  return idOf(object) === feed || (isObject(object) && isOfType(object, 'Collection'));
};

/** What followers were told of changes. */
export interface Notices {
  readonly followed: NodeFollowed;
  readonly person: Followed | undefined;
  readonly actor: Actor;
  /** The feed has changed since the node followed; undefined where that can't be seen. */
  readonly hasChanged: boolean | undefined;
  readonly toNode: readonly Delivery[];
  readonly toPerson: readonly Delivery[];
  /** The followers as they were before the node's own Undo. */
  readonly followers: Collection | undefined;
}

/** Notices of what has changed since the node followed: they are waited for where there was a change. */
export const notices: Gatherer<Notices> = {
  name: 'notices',
  late: true,
  async gather(run) {
    const both = await run.gather(parties);
    if (!both.available) return both;
    const followed = await run.gather(nodeFollowed);
    if (!followed.available) return followed;
    const person = await run.gather(personFollowed);
    await run.gather(foreignUndo);
    const { mailbox, actors, actor } = both.value;
    const head = await headPosition(run);
    const { head: before, accept } = followed.value;
    const hasChanged = head === undefined || before === undefined ? undefined : head > before;
    const isAwaited = hasChanged === true && accept !== undefined;
    if (isAwaited) run.tell('notices', 'waiting for a notice of what has changed');
    const isToNode = (delivery: Delivery): boolean => delivery.to === actors.node.id && isNotice(delivery, actor);
    await mailbox.waitFor(isToNode, isAwaited ? run.patienceMs : 0, run.signal);
    const followers = accept === undefined ? undefined : await readFollowers(run, both.value, () => true);
    return available({
      followed: followed.value,
      person: person.available ? person.value : undefined,
      actor,
      hasChanged,
      toNode: mailbox.deliveries.filter(isToNode),
      toPerson: mailbox.deliveries.filter((delivery) => delivery.to === actors.person.id && isNotice(delivery, actor)),
      followers,
    });
  },
};

/** How the suite's node stopped following. */
export interface Undone {
  readonly exchange: Exchange;
  /** It was listed until then. */
  readonly wasListed: boolean;
  readonly followers: Collection | undefined;
}

/** Node and person stop following. */
export const undone: Gatherer<Undone> = {
  name: 'undone',
  late: true,
  async gather(run) {
    const both = await run.gather(parties);
    if (!both.available) return both;
    const told = await run.gather(notices);
    if (!told.available) return told;
    const { actors, inbox } = both.value;
    const { node, person } = actors;
    const { followed, person: personsFollow, followers: before } = told.value;
    const undo = undoBy(node, followed.activity, 'own');
    const exchange = await postSigned(run, inbox, undo, { form: 'draft-cavage', key: node.key });
    if (personsFollow !== undefined) {
      const undoPerson = undoBy(person, personsFollow.activity, 'own');
      await postSigned(run, inbox, undoPerson, { form: 'draft-cavage', key: person.key });
    }
    const wasListed = before !== undefined && lists(before, node);
    const followers = wasListed ? await readFollowers(run, both.value, (read) => !lists(read, node)) : undefined;
    return available({ exchange, wasListed, followers });
  },
};

/** Everything that was sent to the suite until the end. */
export const deliveries: Gatherer<{ readonly actor: Actor; readonly all: readonly Delivery[] }> = {
  name: 'deliveries',
  late: true,
  async gather(run) {
    const both = await run.gather(parties);
    if (!both.available) return both;
    await run.gather(undone);
    const { actor, mailbox } = both.value;
    return available({ actor, all: [...mailbox.deliveries] });
  },
};
