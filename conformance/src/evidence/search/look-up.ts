import { isSameHost, parseHttpUrl } from '../../fetching/same-host.ts';
import type { JsonObject } from '../../json/json-value.ts';
import type { Run } from '../../run/run.ts';
import { readObject } from '../json-object-answer.ts';
import { sampleThings } from '../live/sample-things.ts';

/** What is known of an id that was met. */
export type LookedUp =
  | { readonly state: 'live'; readonly data: JsonObject }
  /** Its own address says that it is not live. */
  | { readonly state: 'absent'; readonly status: number }
  /** It is of another node, or too many were asked for, or it got no answer. */
  | { readonly state: 'unseen' };

/** Looks a thing up: in the sample of the feed, else at its own address. */
export const lookUp = async (run: Run, id: string): Promise<LookedUp> => {
  const sampled = await run.gather(sampleThings);
  const thing = sampled.available ? sampled.value.things.get(id) : undefined;
  if (thing !== undefined) return { state: 'live', data: thing.data };
  const url = parseHttpUrl(id);
  if (url === undefined || !isSameHost(run.tested, url)) return { state: 'unseen' };
  const exchange = await run.client.ask(id, { accept: 'application/ld+json' });
  if (exchange.answer === undefined) return { state: 'unseen' };
  const reading = readObject(exchange);
  if (!reading.ok) return { state: 'absent', status: exchange.answer.status };
  return { state: 'live', data: reading.value.json };
};
