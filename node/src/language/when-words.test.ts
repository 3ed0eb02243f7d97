import { describe, expect, test } from 'vitest';
import { whenInQuery } from './when-words.ts';

describe('whenInQuery', () => {
  test.each([
    ['drogist open nu', 'drogist', true, []],
    ['Nu open bakker?', 'bakker?', true, []],
    ['pharmacy open now', 'pharmacy', true, []],
    ['Apotheke jetzt geöffnet', 'Apotheke', true, []],
    ['boulangerie ouverte maintenant', 'boulangerie', true, []],
    ['museum open op zondag', 'museum', false, ['open', 'op', 'zondag']],
    ['zondag open museum', 'museum', false, ['zondag', 'open']],
    ['film vanavond', 'film', false, ['vanavond']],
    ['concert ce soir', 'concert', false, ['ce', 'soir']],
    ["musée ouvert aujourd'hui", 'musée', false, ['ouvert', "aujourd'hui"]],
    ['bakery open on Sunday', 'bakery', false, ['open', 'on', 'Sunday']],
    // Open, and no time at all
    ['open haard', 'open haard', false, []],
    ['open podium', 'open podium', false, []],
    ['nu metal', 'nu metal', false, []],
    ['open nu', '', true, []],
  ])('%s', (query, words, isOpenNow, days) => {
    expect(whenInQuery(query)).toEqual({ words, isOpenNow, days });
  });
});
