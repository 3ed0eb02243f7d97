import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';
import { changeJson } from './change-json.ts';

/** The pages of the outbox lead back to the first. */
export const outboxInCircles: Spoiler = {
  name: 'outbox-in-circles',
  class: 'federated',
  fails: ['collections-end'],
  answer: changeJson(/\/outbox$/, (json, { pathname }) =>
    json['partOf'] === undefined ? json : { ...json, next: `${tinyOrigin}${pathname}?page=1` },
  ),
};
