import { available, type Gatherer } from '../gatherer.ts';
import { actor, addressOf } from './actor.ts';
import { type Collection, readCollection } from './read-collection.ts';

export const collectionNames = ['outbox', 'followers', 'following'] as const;

/** The actor's collections, by name, as far as the actor gives their addresses. */
export const collections: Gatherer<ReadonlyMap<(typeof collectionNames)[number], Collection>> = {
  name: 'collections',
  async gather(run) {
    const found = await run.gather(actor);
    if (!found.available) return found;
    const read = await Promise.all(
      collectionNames.map(async (name) => {
        const url = addressOf(run.tested, found.value.json, name);
        return url === undefined ? [] : [[name, await readCollection(run, url)] as const];
      }),
    );
    return available(new Map(read.flat()));
  },
};
