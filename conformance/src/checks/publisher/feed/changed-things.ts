import type { HeldThing } from '../../../evidence/replica.ts';
import type { SecondWalk } from '../../../evidence/second-walk.ts';
import type { Walk } from '../../../evidence/walk.ts';

/** A thing that a second walk found in another state than the first. */
export interface ChangedThing {
  readonly id: string;
  readonly before: HeldThing;
  readonly now: HeldThing;
}

/** The things that both walks met, at different positions or one of them deleted. */
export const changedThings = (first: Walk, second: SecondWalk): readonly ChangedThing[] =>
  [...second.replica.things].flatMap(([id, now]): readonly ChangedThing[] => {
    const before = first.replica.things.get(id);
    return before === undefined || (before.position === now.position && before.isLive === now.isLive)
      ? []
      : [{ id, before, now }];
  });
