import type { Position } from '@openstraat/spec';

/** What a replica remembers of each entry of its peer that it has met. */
export interface ReplicaMark {
  /** Number of the walk in which, or behind which, the entry was met. */
  readonly walk: number;
  /** Where the entry stands in the peer's feed. */
  readonly position: Position;
  readonly state: 'live' | 'deleted' | 'left-out';
  /** Data hash of a thing that was left out, where it has one. */
  readonly hash: string | undefined;
}

const letters = { live: 'l', deleted: 'd', 'left-out': 'o' } as const;
const states: ReadonlyMap<string | undefined, ReplicaMark['state']> = new Map([
  ['l', 'live'],
  ['d', 'deleted'],
  ['o', 'left-out'],
]);

/** `<walk> <position> <state>`, and the hash of what was left out. */
export const formatReplicaMark = ({ walk, position, state, hash }: ReplicaMark): string =>
  `${walk} ${position} ${letters[state]}${state === 'left-out' && hash !== undefined ? ` ${hash}` : ''}`;

/** Reads what `formatReplicaMark` wrote. @throws {TypeError} when it did not write this */
export const parseReplicaMark = (text: string): ReplicaMark => {
  const [walk, position, letter, hash] = text.split(' ');
  const state = states.get(letter);
  if (state === undefined) throw new TypeError(`${JSON.stringify(text)} is not what a replica remembers`);
  return { walk: Number(walk), position: Number(position), state, hash };
};

/** Does an entry that is met say something newer? A newer walk knows better, within one the higher position does. */
export const isNewer = (walk: number, position: Position, mark: ReplicaMark | undefined): boolean =>
  mark === undefined || mark.walk < walk || (mark.walk === walk && mark.position < position);
