import { describe, expect, it, test } from 'vitest';
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
    ["restaurant 's avonds geopend", 'restaurant', false, ["'s", 'avonds', 'geopend']],
    ['s-Hertogenbosch', 's-Hertogenbosch', false, []],
    // Open, and no time at all
    ['open haard', 'open haard', false, []],
    ['open podium', 'open podium', false, []],
    ['nu metal', 'nu metal', false, []],
    ['nu', 'nu', false, []],
    ['kunst van nu', 'kunst van nu', false, []],
    ['boek hier en nu', 'boek hier en nu', false, []],
    // Now, and nothing is called so
    ['nu brood', 'brood', true, []],
    ['fietspomp nu', 'fietspomp', true, []],
    ['waar kan ik nu nog brood kopen', 'waar kan ik brood kopen', true, []],
    ['open nu', '', true, []],
  ])('%s', (query, words, isOpenNow, days) => {
    expect(whenInQuery(query)).toMatchObject({ words, isOpenNow, days });
  });

  it('keeps the words about a day for what is called by them', () => {
    expect(whenInQuery('café Zondag nu open').withDays).toBe('café Zondag');
    expect(whenInQuery('museum open op zondag').withDays).toBe('museum open op zondag');
  });
});
