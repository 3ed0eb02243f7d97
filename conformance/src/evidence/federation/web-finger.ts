import { notTested } from '../../checks/verdict.ts';
import type { Exchange } from '../../fetching/exchange.ts';
import { available, type Gatherer, missing } from '../gatherer.ts';
import { actor } from './actor.ts';

/** What WebFinger answers. */
export interface WebFingerAnswers {
  /** The handle as it was asked for. */
  readonly resource: string;
  readonly actor: string;
  readonly handle: Exchange;
  readonly address: Exchange;
  /** Asked for nobody. */
  readonly nothing: Exchange;
  /** Asked for somebody who is not there. */
  readonly nobody: Exchange;
}

/** WebFinger for the actor, and for who is not there. */
export const webFinger: Gatherer<WebFingerAnswers> = {
  name: 'web-finger',
  async gather(run) {
    const found = await run.gather(actor);
    if (!found.available) return found;
    const { json, url, origin } = found.value;
    const { preferredUsername } = json;
    if (typeof preferredUsername !== 'string')
      return missing(notTested('evidence-missing', 'the actor has no preferredUsername'));
    const { host } = new URL(origin);
    const resource = `acct:${preferredUsername}@${host}`;
    const ask = (query: string): Promise<Exchange> =>
      run.client.ask(`/.well-known/webfinger${query}`, { accept: 'application/jrd+json' });
    const askFor = (whom: string): Promise<Exchange> => ask(`?resource=${encodeURIComponent(whom)}`);
    const [handle, address, nothing, nobody] = await Promise.all([
      askFor(resource),
      askFor(url),
      ask(''),
      askFor(`acct:nobody-${run.random('nobody').between(1_000_000, 9_999_999)}@${host}`),
    ]);
    return available({ resource, actor: url, handle, address, nothing, nobody });
  },
};
