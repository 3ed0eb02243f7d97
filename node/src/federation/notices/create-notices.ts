import type { Context, Federation } from '@fedify/fedify';
import type { Recipient } from '@fedify/vocab';
import type { FeedHead } from '@openstraat/spec';
import type { Logger } from 'pino';
import type { ChangeLogReader } from '../../log/change-log.ts';
import type { Clock } from '../../model/clock.ts';
import { nodeIdentifier } from '../actors/local-actor.ts';
import type { Follower, Followers } from '../followers/follower.ts';
import { chooseRecipients } from './choose-recipients.ts';
import { noticeLimits } from './limits.ts';
import { writeNotice } from './write-notice.ts';

/** What notices are made with. */
export interface NoticeOptions {
  readonly federation: Federation<void>;
  readonly origin: string;
  readonly log: Pick<ChangeLogReader, 'head'>;
  readonly followers: Pick<Followers, 'nodes'>;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'error'>;
  /** Between two notices. */
  readonly noticeMs: number;
  /** The head that the last notice was of, kept over a restart. */
  readonly told: { read(): Promise<string | undefined>; keep(head: string): Promise<void> };
}

/** Tells followers that are nodes when the feed has moved. */
export interface Notices extends AsyncDisposable {
  start(): void;
  /** Looks now whether there is anything to tell: tests call it when they have turned the clock. */
  look(): Promise<void>;
}

const asRecipient = ({ id, inbox, sharedInbox }: Follower): Recipient => ({
  id: new URL(id),
  inboxId: new URL(inbox),
  endpoints: { sharedInbox: sharedInbox === undefined ? null : new URL(sharedInbox) },
});

/** Whether less has passed since then; a clock that was set back says no. */
const isWithin = (nowMs: number, sinceMs: number, durationMs: number): boolean =>
  nowMs >= sinceMs && nowMs - sinceMs < durationMs;

const nameOf = ({ epoch, position }: FeedHead): string => `${epoch} ${position}`;

/** Makes what watches the own log: one notice for any number of changes, as soon as they pause. */
export const createNotices = (options: NoticeOptions): Notices => {
  const { federation, origin, log, followers, clock, logger, noticeMs, told } = options;
  const lastToEach = new Map<string, number>();
  let toldHead: string | undefined;
  let seenHead: string | undefined;
  /** Since when there is something to tell. */
  let untoldSinceMs: number | undefined;
  let lastMs = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;

  const send = async (head: FeedHead, nowMs: number): Promise<void> => {
    const nodes = followers.nodes(nodeIdentifier);
    const recipients = chooseRecipients(nodes, lastToEach, nowMs, noticeLimits.unreachableMs);
    if (recipients.length > 0) {
      const context: Context<void> = federation.createContext(new URL(origin), undefined);
      const notice = writeNotice(context, origin, head, nowMs);
      await context.sendActivity({ identifier: nodeIdentifier }, recipients.map(asRecipient), notice, {
        preferSharedInbox: true,
        fanout: 'skip',
      });
    }
    const known = new Set(nodes.map(({ id }) => id));
    for (const id of lastToEach.keys()) if (!known.has(id)) lastToEach.delete(id);
    for (const { id } of recipients) lastToEach.set(id, nowMs);
  };

  const lookOnce = async (): Promise<void> => {
    toldHead ??= await told.read();
    const head = log.head();
    const name = nameOf(head);
    const nowMs = clock.now();
    if (name === toldHead) return;
    const isMoving = name !== seenHead;
    seenHead = name;
    untoldSinceMs ??= nowMs;
    if (isMoving && isWithin(nowMs, untoldSinceMs, noticeLimits.unquietMsMax)) return;
    if (isWithin(nowMs, lastMs, noticeMs)) return;
    await send(head, nowMs);
    lastMs = nowMs;
    toldHead = name;
    untoldSinceMs = undefined;
    await told.keep(name);
  };

  const look = (): Promise<void> =>
    (looking ??= lookOnce()
      .catch((error: unknown) => logger.error({ err: error }, 'followers could not be told of changes'))
      .finally(() => {
        looking = undefined;
      }));

  return {
    start() {
      timer ??= setInterval(() => void look(), Math.min(noticeLimits.lookMs, noticeMs)).unref();
    },
    look,
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      timer = undefined;
      await looking;
    },
  };
};
