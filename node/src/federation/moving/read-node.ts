import type { NodeDescription } from '@openstraat/spec';
import { Fault } from '../../model/fault.ts';
import type { Clock } from '../../model/clock.ts';
import type { Fetcher } from '../fetching/create-fetcher.ts';
import { readBoundedJson } from '../replica/bounded-json.ts';
import { replicaLimits } from '../replica/limits.ts';
import { type PeerReading, readPeer } from '../replica/read-peer.ts';

/** Nothing is kept of a node that is only looked at. */
const forgetful = { note: () => Promise.resolve(undefined), keepNote: () => Promise.resolve() };

interface Tools {
  readonly fetcher: Pick<Fetcher, 'get'>;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
}

/** Reads a node's description as it is now. */
export const readNode = (origin: string, { fetcher, clock, signal }: Tools): Promise<PeerReading> =>
  readPeer(origin, { fetcher, clock, signal, writer: forgetful, limits: replicaLimits });

/** Reads the origin that a person names. @throws {Fault} `bad-request` */
export const readOrigin = (given: string, own: string): string => {
  const url = URL.parse(/^https?:\/\//i.test(given) ? given : `https://${given}`);
  if (url === null || url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new Fault(
      'bad-request',
      `"${given.slice(0, 200)}" is no origin: write scheme, host and port, such as https://winkels.elders.example.`,
    );
  if (url.origin === own) throw new Fault('bad-request', `${own} is this node itself. Name the other one.`);
  return url.origin;
};

/** The same for somebody who waits. @throws {Fault} `peer-unusable` */
export const requireNode = async (origin: string, tools: Tools): Promise<NodeDescription> => {
  const reading = await readNode(origin, tools);
  if (reading.ok) return reading.peer.description;
  throw new Fault(
    'peer-unusable',
    `The node at ${origin} can't be read: ${reading.reason.words} (${reading.reason.url}). Check its address, or try again when it answers.`,
  );
};

/** How many live things a node's checkpoint counts; undefined when that can't be read. */
export const countThings = async (
  { feed }: NodeDescription,
  fetcher: Pick<Fetcher, 'get'>,
): Promise<number | undefined> => {
  const answer = await fetcher.get(feed.checkpointUrl);
  const json = answer.ok && answer.status === 200 ? readBoundedJson(answer.body, replicaLimits) : undefined;
  const live = json?.ok === true ? (json.value as { readonly live?: unknown } | null)?.live : undefined;
  return typeof live === 'number' ? live : undefined;
};
