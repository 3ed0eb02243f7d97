import type { Logger } from 'pino';
import type { Clock } from '../../model/clock.ts';
import type { FollowCourier } from './follow-courier.ts';
import { farewellLimits } from './limits.ts';

/** What telling peers that they are no longer followed needs. */
export interface FarewellTools {
  /** Actors that were asked for notices, and not yet told that no more are wanted. */
  readonly asked: () => Promise<readonly string[]>;
  readonly isFollowed: (actor: string) => boolean;
  readonly courier: () => FollowCourier | undefined;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'warn'>;
}

/**
 * Tells peers that they are no longer followed. The write that ends a follow leaves the request standing that was sent for it:
 * a request of nobody's is what is still to be taken back, however often the process ends before.
 */
export interface Farewells {
  /** Has a peer told now. What fails is tried again. */
  tell(actor: string): Promise<void>;
  /** Begins to tell all that are still to be told, when it is time. */
  settle(): void;
  /** Resolves when a peer is not being told: a new request must not be taken for the old one. */
  told(actor: string | undefined): Promise<void>;
  /** Resolves when nobody is being told. */
  idle(): Promise<void>;
}

/** Makes what tells peers that they are no longer followed. */
export const createFarewells = ({ asked, isFollowed, courier, clock, logger }: FarewellTools): Farewells => {
  const telling = new Map<string, Promise<void>>();
  let settling: Promise<void> | undefined;
  /** Whoever went before this process began may not have been told. */
  let dueAtMs = Number.NEGATIVE_INFINITY;

  const again = (error: unknown, peer?: string): void => {
    dueAtMs = clock.now() + farewellLimits.againMs;
    logger.warn({ err: error, peer }, 'could not tell a node that it is no longer followed; it is told later');
  };

  const tell = (actor: string): Promise<void> => {
    const now = courier();
    if (now === undefined) return Promise.resolve();
    const known = telling.get(actor);
    if (known !== undefined) return known;
    const done = now
      .unfollow({ actor })
      .catch((error: unknown) => again(error, actor))
      .finally(() => telling.delete(actor));
    telling.set(actor, done);
    return done;
  };

  const tellAll = async (): Promise<void> => {
    for (const actor of await asked()) if (!isFollowed(actor)) await tell(actor);
  };

  return {
    tell,
    settle() {
      if (settling !== undefined || courier() === undefined || clock.now() < dueAtMs) return;
      dueAtMs = Number.POSITIVE_INFINITY;
      settling = tellAll()
        .catch((error: unknown) => again(error))
        .finally(() => {
          settling = undefined;
        });
    },
    async told(actor) {
      if (actor !== undefined) await telling.get(actor);
    },
    async idle() {
      await settling;
      await Promise.all(telling.values());
    },
  };
};
