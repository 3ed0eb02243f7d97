import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';

/** The resolver says that it is another. */
export const resolverOfAnother: Spoiler = {
  name: 'resolver-of-another',
  class: 'searchable',
  fails: ['resolver-described'],
  answer: (answer, { url }) =>
    url.pathname === '/.well-known/gs1resolver'
      ? { ...answer, body: answer.body.replaceAll(tinyOrigin, 'https://elders.example') }
      : answer,
};
