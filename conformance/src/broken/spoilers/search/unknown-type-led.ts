import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';

/** A link type that there is none of leads to the shops. */
export const unknownTypeLed: Spoiler = {
  name: 'unknown-type-led',
  class: 'searchable',
  fails: ['link-asked-for'],
  answer: (answer, { url }) =>
    answer.status === 404 && url.searchParams.has('linkType')
      ? { status: 307, type: 'text/plain', body: '', headers: { location: `${tinyOrigin}/search` } }
      : answer,
};
