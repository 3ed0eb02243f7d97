import type { NodeDescription } from '@openstraat/spec';
import type { Clock } from '../../model/clock.ts';
import { Fault } from '../../model/fault.ts';
import type { Fetcher } from '../fetching/create-fetcher.ts';
import type { ReplicaLimits } from '../replica/limits.ts';
import { type PeerReading, readPeer } from '../replica/read-peer.ts';
import { findByHandle } from './find-by-handle.ts';
import type { FollowCourier } from './follow-courier.ts';
import { type KnownOfPeer, knownOfPeer, type ShowingNode } from './known-of-peer.ts';
import { type FollowTarget, readTarget } from './read-target.ts';
import { unusableWords } from './unusable-words.ts';

/** A node that can be followed. */
export interface FoundNode extends KnownOfPeer {
  readonly origin: string;
}

export interface FindTools {
  /** This node, which does not follow itself. */
  readonly own: ShowingNode & {
    readonly origin: string;
    readonly publicKeys: readonly string[];
  };
  readonly fetcher: Pick<Fetcher, 'get'>;
  readonly clock: Clock;
  readonly courier?: Pick<FollowCourier, 'resolveHandle'> | undefined;
  readonly limits: ReplicaLimits & { readonly actorBytesMax: number };
  /** Whether a host that is named without a scheme may be one without TLS. */
  readonly plainHttp: boolean;
}

/** Nothing is kept of a node that is only looked at. */
const forgetful = { note: () => Promise.resolve(undefined), keepNote: () => Promise.resolve() };

/** What a try under the next scheme can change. */
const noConnection: ReadonlySet<string> = new Set([
  'connection-refused',
  'connection-broken',
  'tls-failed',
  'http-broken',
]);

const ownFault = (given: string): Fault =>
  new Fault('bad-request', `${given} is this node itself, and it finds its own shops already. Name another node.`);

type Start = { readonly origins: readonly string[]; readonly actor: string | undefined; readonly isKnown: boolean };

/** Where to look for the description. */
const startOf = async (
  { handle, origins }: FollowTarget,
  { fetcher, courier, limits }: FindTools,
  signal: AbortSignal | undefined,
): Promise<Start> => {
  const anyhow: Start = { origins, actor: undefined, isKnown: true };
  if (handle === undefined) return anyhow;
  const told = await courier?.resolveHandle(handle);
  if (told !== undefined) return { origins: [told], actor: undefined, isKnown: true };
  let isKnown = true;
  for (const origin of origins) {
    const answer = await findByHandle(handle, origin, { fetcher, signal, bytesMax: limits.actorBytesMax });
    if (answer.found) return { origins: [answer.origin], actor: answer.actor, isKnown: true };
    isKnown &&= answer.because !== 'unknown';
  }
  return { ...anyhow, isKnown };
};

/**
 * Finds the node that a person names, and reads its description.
 * @throws {Fault} `usage`, `bad-request` for this node itself, `peer-unusable`
 */
export const findNode = async (given: string, tools: FindTools, signal?: AbortSignal): Promise<FoundNode> => {
  const { own, fetcher, clock, limits } = tools;
  const read = readTarget(given);
  const origins = tools.plainHttp ? read.origins : ([read.origins[0]] as const);
  const target: FollowTarget = { ...read, origins };
  if (origins.includes(own.origin)) throw ownFault(given);
  const start = await startOf(target, tools, signal);
  if (start.origins.includes(own.origin)) throw ownFault(given);

  let reading: PeerReading | undefined;
  let origin = '';
  for (origin of start.origins) {
    reading = await readPeer(origin, { fetcher, writer: forgetful, clock, limits, signal });
    if (reading.ok || !noConnection.has(reading.reason.code)) break;
  }
  if (reading === undefined || !reading.ok) {
    if (reading?.describes === own.origin) throw ownFault(given);
    throw new Fault('peer-unusable', unusableWords(given, origin, reading));
  }
  const { description, keys } = reading.peer;
  // The same node under another address would find everything twice.
  if (keys.some(({ publicKeyMultibase }) => own.publicKeys.includes(publicKeyMultibase))) throw ownFault(given);
  checkActor(given, start, description);
  return { origin, ...knownOfPeer(description, own) };
};

/** Both ends link to each other: an actor speaks for a node only if the node says so too. */
const checkActor = (given: string, { actor, isKnown }: Start, description: NodeDescription): void => {
  const byHost = `To follow the node there: openstraat follow ${description.origin}`;
  if (actor !== undefined && actor !== description.actor)
    throw new Fault(
      'peer-unusable',
      `${given} says that it speaks for ${description.origin}, which does not say so. ${byHost}`,
    );
  if (!isKnown && description.actor !== undefined)
    throw new Fault('peer-unusable', `There is no account ${given}. ${byHost}`);
};
