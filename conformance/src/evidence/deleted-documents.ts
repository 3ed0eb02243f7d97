import type { Exchange } from '../fetching/exchange.ts';
import { available, type Gatherer } from './gatherer.ts';
import { evidenceLimits } from './limits.ts';
import { walk } from './walk.ts';

/** A deleted thing, and what its id answers. */
export interface DeletedDocument {
  readonly id: string;
  readonly exchange: Exchange;
}

/** What the ids of some deleted things answer. */
export const deletedDocuments: Gatherer<readonly DeletedDocument[]> = {
  name: 'deleted-documents',
  async gather(run) {
    const walked = await run.gather(walk);
    if (!walked.available) return walked;
    const deleted = [...walked.value.replica.things].flatMap(([id, { isLive, movedTo }]) =>
      isLive || movedTo !== undefined ? [] : [id],
    );
    const chosen = run.random('deleted-documents').sample(deleted, evidenceLimits.deletedDocuments);
    return available(
      await Promise.all(
        chosen.map(async (id) => ({ id, exchange: await run.client.ask(id, { accept: 'text/html' }) })),
      ),
    );
  },
};
