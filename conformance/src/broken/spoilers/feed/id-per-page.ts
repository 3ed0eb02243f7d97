import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';

/** Pages behind the first have an id of their own. */
export const idPerPage: Spoiler = {
  name: 'id-per-page',
  fails: ['one-stream-id'],
  page: (page, { url }) => (url.search === '' ? page : { ...page, id: `${tinyOrigin}/feed/more#stream` }),
};
