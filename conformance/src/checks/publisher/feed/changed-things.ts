import type { HeldThing } from '../../../evidence/held-thing.ts';
import type { SecondWalk } from '../../../evidence/second-walk.ts';
import type { Walk } from '../../../evidence/walk.ts';

/** A thing that a second walk found in another state than the first. */
export interface ChangedThing {
  readonly before: HeldThing;
  readonly now: HeldThing;
}

/** The things that both walks met, at different positions or one of them deleted. */
export function* changedThings({ replica }: Walk, { things }: SecondWalk): Generator<ChangedThing> {
  for (const now of things.values()) {
    const before = replica.things.get(now.id);
    if (before !== undefined && (before.position !== now.position || before.isLive !== now.isLive))
      yield { before, now };
  }
}
