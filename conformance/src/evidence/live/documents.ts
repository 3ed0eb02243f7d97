import { canonicalJson, type Json } from '@openstraat/spec';
import type { Exchange } from '../../fetching/exchange.ts';
import { isSameHost, parseHttpUrl } from '../../fetching/same-host.ts';
import type { JsonObject } from '../../json/json-value.ts';
import type { Run } from '../../run/run.ts';
import { available, type Gatherer } from '../gatherer.ts';
import { readObject } from '../json-object-answer.ts';
import { liveLimits } from './limits.ts';
import { sampleThings, type SampledThing } from './sample-things.ts';

/** What a thing's id answers to one value of Accept. */
export interface DocumentAnswer {
  readonly thing: SampledThing;
  readonly accept: string;
  /** The form that this value of Accept asks for. */
  readonly expected: 'application/ld+json' | 'text/html';
  readonly exchange: Exchange;
  /** Whether the thing still is what the feed said when it was sampled; undefined where nobody asked. */
  readonly changedMeanwhile?: boolean;
}

/** Values of Accept, and what they ask for. */
const askings = [
  ['application/ld+json', 'application/ld+json'],
  ['text/html', 'text/html'],
  ['text/html;q=0.2, application/ld+json;q=0.9', 'application/ld+json'],
  ['application/ld+json;q=0.2, text/html;q=0.9', 'text/html'],
] as const;

/** Canonical JSON; undefined where there is none. */
export const canonicalOf = (json: JsonObject): string | undefined => {
  try {
    return canonicalJson(json as Json);
  } catch {
    return undefined;
  }
};

/** Things to ask for: of each kind one, then others, on the host under test. */
const chooseThings = (run: Run, things: Iterable<SampledThing>): readonly SampledThing[] => {
  const own = [...things].filter(({ id }) => {
    const url = parseHttpUrl(id);
    return url !== undefined && isSameHost(run.tested, url);
  });
  const shuffled = run.random('documents').sample(own, own.length);
  const firsts = shuffled.filter(({ kind }, at) => shuffled.findIndex((one) => one.kind === kind) === at);
  return [...new Set([...firsts, ...shuffled])].slice(0, liveLimits.documents);
};

/** Did a thing change after it was sampled? Its document then says something else with good reason. */
const hasChanged = async (run: Run, thing: SampledThing, exchange: Exchange): Promise<boolean> => {
  const reading = readObject(exchange);
  if (!reading.ok || canonicalOf(reading.value.json) === canonicalOf(thing.data)) return false;
  const again = await run.client.ask(thing.id, { accept: 'application/ld+json' });
  const second = readObject(again);
  return second.ok && canonicalOf(second.value.json) !== canonicalOf(reading.value.json);
};

/** Some documents, asked for in each form. */
export const documents: Gatherer<readonly DocumentAnswer[]> = {
  name: 'documents',
  async gather(run) {
    const sampled = await run.gather(sampleThings);
    if (!sampled.available) return sampled;
    const chosen = chooseThings(run, sampled.value.things.values());
    const answers = await Promise.all(
      chosen.flatMap((thing) =>
        askings.map(async ([accept, expected], at): Promise<DocumentAnswer> => {
          const exchange = await run.client.ask(thing.id, { accept });
          const base = { thing, accept, expected, exchange };
          return at === 0 ? { ...base, changedMeanwhile: await hasChanged(run, thing, exchange) } : base;
        }),
      ),
    );
    return available(answers);
  },
};
