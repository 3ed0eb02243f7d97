import type { Federation } from '@fedify/fedify';
import type { FederationParts } from '../parts.ts';
import { createNotices, type Notices } from './create-notices.ts';

const toldKey = ['openstraat', 'told-head'] as const;

/** Makes the notices of a node, which remembers in its store what it told last. */
export const openNotices = (
  federation: Federation<void>,
  { settings, log, followers, clock, logger, store }: FederationParts,
): Notices =>
  createNotices({
    federation,
    origin: settings.origin,
    log,
    followers,
    clock,
    logger,
    noticeMs: settings.noticeSeconds * 1_000,
    told: {
      async read() {
        const told = await store.kv.get(toldKey);
        return typeof told === 'string' ? told : undefined;
      },
      keep: (head) => store.kv.set(toldKey, head),
    },
  });
