import { HostGates } from '../fetching/host-gates.ts';

/**
 * Where a pull waits for its place: those that are slow keep only each other waiting, and nobody else keeps a person waiting
 * who asks for one peer.
 */
export type Lane = 'person' | 'quick' | 'slow';

/** Has a few pulls of each lane run at the same time, and never two of one peer. */
export class PullLanes {
  readonly #lanes: HostGates;
  readonly #peers = new HostGates(1);

  constructor(pullsAtOnce: number) {
    this.#lanes = new HostGates(pullsAtOnce);
  }

  /**
   * Waits for a place, behind those that wait already, until the signal says stop.
   * @returns what gives it back; undefined when it was stopped before
   */
  async enter(lane: Lane, origin: string, signal: AbortSignal): Promise<(() => void) | undefined> {
    const leaveLane = await this.#lanes.enter(lane, signal);
    if (typeof leaveLane === 'string') return undefined;
    const leavePeer = await this.#peers.enter(origin, signal);
    if (typeof leavePeer === 'string') {
      leaveLane();
      return undefined;
    }
    return () => {
      leavePeer();
      leaveLane();
    };
  }
}
