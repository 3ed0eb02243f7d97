import { Fault } from '../../model/fault.ts';
import type { RemoteActor } from '../inbox/remote-actor.ts';

/** Reads an actor of another node, signed where that is asked for; undefined for what is none. @throws when it can't be fetched */
export type ReadActor = (address: string, signal?: AbortSignal) => Promise<RemoteActor | undefined>;

/**
 * Whether an actor says that it was another before; servers move followers only then.
 * @throws {Fault} `peer-unusable` when it can't be read
 */
export const linksBack = async (address: string, old: string, readActor: ReadActor): Promise<boolean> => {
  let actor;
  try {
    actor = await readActor(address);
  } catch (cause) {
    throw new Fault(
      'peer-unusable',
      `The new actor ${address} can't be read (${cause instanceof Error ? cause.message : String(cause)}). Check its address, or try again when it answers.`,
      { cause },
    );
  }
  return actor?.alsoKnownAs.includes(old) === true;
};
