import { z } from 'zod';
import type { Clock } from '../../model/clock.ts';
import type { Fetcher } from '../fetching/create-fetcher.ts';
import type { RemoteActor } from '../inbox/remote-actor.ts';
import { readBoundedJson } from '../replica/bounded-json.ts';
import { replicaLimits } from '../replica/limits.ts';
import type { Follower } from './follower.ts';

/** Finds the node whose actor somebody is; undefined for people. */
export type FindNodeOf = (actor: RemoteActor) => Promise<Follower['node']>;

const descriptionSchema = z.object({ origin: z.string(), name: z.string().min(1).max(200), actor: z.string() });

const lifeMs = 3_600_000;
const answersMax = 1_000;

/**
 * Makes the check that tells nodes from people: an actor speaks for a node only if its `describedby` link leads to a description
 * of its own origin that names this very actor.
 */
export const createFindNodeOf = (fetcher: Pick<Fetcher, 'get'>, clock: Clock): FindNodeOf => {
  const answers = new Map<string, { readonly node: Follower['node']; readonly untilMs: number }>();

  const ask = async ({ id, origin, description }: RemoteActor): Promise<Follower['node']> => {
    if (description === undefined) return undefined;
    const answer = await fetcher.get(description, {
      headers: { accept: 'application/ld+json, application/json;q=0.9' },
    });
    if (!answer.ok) throw new Error(`The description ${description} can not be read: ${answer.words}.`);
    if (answer.status !== 200 || answer.body.length > replicaLimits.descriptionBytesMax) return undefined;
    const json = readBoundedJson(answer.body, replicaLimits);
    const found = json.ok ? descriptionSchema.safeParse(json.value).data : undefined;
    return found?.actor === id && found.origin === origin ? { origin, name: found.name } : undefined;
  };

  return async (actor) => {
    const key = `${actor.id} ${actor.description ?? ''}`;
    const kept = answers.get(key);
    if (kept !== undefined && clock.now() < kept.untilMs) return kept.node;
    const node = await ask(actor);
    answers.delete(key);
    answers.set(key, { node, untilMs: clock.now() + lifeMs });
    if (answers.size > answersMax) for (const [oldest] of answers.entries().take(1)) answers.delete(oldest);
    return node;
  };
};
