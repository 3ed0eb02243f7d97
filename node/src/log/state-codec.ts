import type { Kind } from '@openstraat/spec';
import type { ThingState } from './change-log.ts';

/** Length of a SHA-256 in hex. */
export const hashCharacters = 64;

/** The stored form of a state: position, hash or `-`, observedAt or nothing. Its kind follows from the id. */
export const encodeState = (state: Omit<ThingState, 'kind'>): string =>
  `${state.position} ${state.hash ?? '-'} ${state.observedAt ?? ''}`;

/** Reads what `encodeState` wrote; undefined when it did not write this. */
export const decodeState = (kind: Kind, stored: string): ThingState | undefined => {
  const positionEnd = stored.indexOf(' ');
  const hashEnd = stored.indexOf(' ', positionEnd + 1);
  const position = Number(stored.slice(0, Math.max(positionEnd, 0)));
  const hash = stored.slice(positionEnd + 1, Math.max(hashEnd, 0));
  if (hashEnd < 0 || !Number.isSafeInteger(position) || position < 1) return undefined;
  if (hash !== '-' && hash.length !== hashCharacters) return undefined;
  return {
    kind,
    position,
    hash: hash === '-' ? undefined : hash,
    observedAt: hashEnd + 1 === stored.length ? undefined : stored.slice(hashEnd + 1),
  };
};
