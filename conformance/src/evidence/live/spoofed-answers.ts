import type { Exchange } from '../../fetching/exchange.ts';
import { available, type Gatherer } from '../gatherer.ts';
import { resources } from './resources.ts';

/** A host that nobody has: wherever it stands in an answer, it came from the request. */
export const spoofedHost = 'spoofed.invalid';

/** An answer to a request that says it came by way of another host. */
export interface SpoofedAnswer {
  readonly header: string;
  readonly exchange: Exchange;
}

const spoofs: readonly Readonly<Record<string, string>>[] = [
  { host: spoofedHost },
  { forwarded: `host=${spoofedHost};proto=https;for=192.0.2.1` },
  { 'x-forwarded-host': spoofedHost, 'x-forwarded-proto': 'https', 'x-forwarded-port': '8443' },
  { 'x-original-host': spoofedHost, 'x-forwarded-server': spoofedHost, 'x-forwarded-prefix': `/${spoofedHost}` },
];

/** Some resources, asked for under another name. */
export const spoofedAnswers: Gatherer<readonly SpoofedAnswer[]> = {
  name: 'spoofed-answers',
  async gather(run) {
    const known = await run.gather(resources);
    if (!known.available) return known;
    const chosen = known.value.filter(
      ({ what, accept }, at) => known.value.findIndex((one) => one.what === what && one.accept === accept) === at,
    );
    return available(
      await Promise.all(
        chosen.flatMap(({ url, accept }) =>
          spoofs.map(async (headers) => ({
            header: Object.keys(headers)[0] ?? '',
            exchange: await run.client.ask(url, { accept, headers, redirect: 'manual' }),
          })),
        ),
      ),
    );
  },
};
