import type { Logger } from 'pino';
import { fingerprint } from '../../http/entity-tag.ts';
import { Turns } from '../../log/turns.ts';
import { giveWay } from '../../model/give-way.ts';
import type { StoreDatabase } from '../store/store-database.ts';
import { findProfile, type ProfileParts } from './find-profile.ts';
import { actorLimits } from './limits.ts';
import type { LocalActor, LocalActors } from './local-actor.ts';
import type { ActorTeller } from './tell-followers.ts';

/** What profiles are watched with. */
export interface ProfileWatcherParts extends ProfileParts {
  readonly log: ProfileParts['log'] & { head(): { readonly epoch: string; readonly position: number } };
  readonly actors: Pick<LocalActors, 'get' | 'list'>;
  readonly tables: Pick<StoreDatabase, 'get' | 'write'>;
  readonly teller: Pick<ActorTeller, 'changed'>;
  readonly logger: Pick<Logger, 'error'>;
}

/** Tells followers when an actor's profile has changed, with its place or with the settings. */
export interface ProfileWatcher extends AsyncDisposable {
  start(): void;
  /** Looks now. */
  look(): Promise<void>;
}

/**
 * Makes what watches profiles. The table `profile` keeps by identifier what followers were last told, so a restart tells nothing twice;
 * between two looks a profile may change often, and is told once.
 */
export const watchProfiles = (parts: ProfileWatcherParts): ProfileWatcher => {
  const { log, actors, settings, tables, teller, logger } = parts;
  const turns = new Turns();
  let timer: NodeJS.Timeout | undefined;
  let seen: string | undefined;
  let isClosed = false;

  const lookAt = async (actor: LocalActor): Promise<void> => {
    const { identifier } = actor;
    const now = fingerprint(JSON.stringify(await findProfile(actor, parts)), settings.followers);
    const told = await tables.get('profile', identifier);
    if (told === now) return;
    // Who is new here has told nobody anything.
    if (told !== undefined) await teller.changed(identifier);
    await tables.write([{ table: 'profile', key: identifier, value: now }], true);
  };

  const look = (): Promise<void> =>
    turns.take(async () => {
      const { epoch, position } = log.head();
      const state = JSON.stringify([epoch, position, actors.list().length]);
      if (isClosed || state === seen) return;
      let isDone = true;
      for (const actor of actors.list()) {
        await giveWay();
        try {
          // What has moved speaks elsewhere.
          if (actor.movedTo === undefined) await lookAt(actor);
        } catch (error) {
          isDone = false;
          logger.error(
            { err: error, identifier: actor.identifier },
            'its profile could not be told; it is tried again',
          );
        }
      }
      if (isDone) seen = state;
    });

  const run = (): void => {
    void look().then(() => {
      if (!isClosed) timer = setTimeout(run, actorLimits.profileLookMs).unref();
    });
  };

  return {
    start() {
      if (timer === undefined && !isClosed) timer = setTimeout(run, 0).unref();
    },
    look,
    async [Symbol.asyncDispose]() {
      isClosed = true;
      clearTimeout(timer);
      await turns.take(() => Promise.resolve());
    },
  };
};
