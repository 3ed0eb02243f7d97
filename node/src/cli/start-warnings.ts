import { isSignerBelieved } from '../app/keys-under-origin.ts';
import type { NodeKeys } from '../config/settings.ts';

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || hostname.startsWith('127.');

const portOf = ({ port, protocol }: URL): string => (port === '' ? (protocol === 'https:' ? '443' : '80') : port);

/**
 * Says that nobody reaches the node under its origin: on this machine, and at another port than it listens on.
 * @param listening where it listens
 */
export const portWarning = (origin: string, listening: string): string | undefined => {
  const named = new URL(origin);
  const port = portOf(new URL(listening));
  if (!isLoopback(named.hostname) || portOf(named) === port) return undefined;
  const there = Object.assign(new URL(origin), { port }).origin;
  return (
    `The node's origin is ${origin}, and it listens on port ${port}: its actors, its feed and all addresses in them lead to port ${portOf(named)}. ` +
    `Start it with --port ${portOf(named)}, or give it another origin with --origin ${there} --change-origin.`
  );
};

/** Says that who follows the node anew would not believe its feed. */
export const signerWarning = (keys: NodeKeys, origin: string, nowMs: number): string | undefined =>
  isSignerBelieved(keys, origin, nowMs)
    ? undefined
    : "No older key and no recovery key says that the key which signs the feed is the node's: nodes that follow do not believe it. " +
      'Mend it with: openstraat keys rotate (with --recovery-file <file> where the recovery key had signed, and the origin has changed since).';
