import type { Spoiler } from '../../spoiler.ts';
import { changeJson } from './change-json.ts';

/** The posts in the outbox are of nobody. */
export const postsOfNobody: Spoiler = {
  name: 'posts-of-nobody',
  class: 'federated',
  fails: ['outbox-items'],
  answer: changeJson(/\/outbox$/, (json) => ({
    ...json,
    ...(Array.isArray(json['orderedItems'])
      ? { orderedItems: json['orderedItems'].map((item: object) => ({ ...item, actor: undefined })) }
      : {}),
  })),
};
