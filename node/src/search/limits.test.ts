import { describe, expect, it } from 'vitest';
import type { Library } from '../project/library.ts';
import { queryWords } from '../language/query-words.ts';
import type { SearchView } from '../project/search-index/search-view.ts';
import { createDocumentReader } from './document-reader.ts';
import { fewerWords } from './fewer-words.ts';
import { searchRoomLimits } from './limits.ts';
import { createTestTown, gtins, place, product, source } from './search.test-helper.ts';
import { findNamed } from './suggest-names.ts';
import { findText, postingsOf } from './text-search.ts';

const textOf = (letters: number): string => 'x'.repeat(letters);

const inTown = (addressLocality: string) => ({
  address: { type: 'PostalAddress', addressLocality, addressCountry: 'NL' },
});
const queryWord = (text: string) => ({ word: text, alternatives: [{ terms: [text], weight: 1, by: 'word' as const }] });

const kiosks = (count: number) => Array.from({ length: count }, (_, index) => place(`kiosk-${index}`));
/** Places whose names would be read, of so many that are found, each word in so many texts. */
const placesWith = (found: number, postings: number): number => {
  const view = {
    vocabulary: { subjectsWith: () => postings, withPrefix: () => [], near: () => [] },
    match: () => ({ count: found, subjects: Uint32Array.from({ length: found }, (_, at) => at), scores: [] }),
    subjects: { kind: new Uint8Array(found).fill(1), position: new Float64Array(found) },
    subjectId: (subject: number) => `/places/${subject}`,
  };
  return findNamed(view as unknown as SearchView, 'kiosk ').places.length;
};

describe('limits', () => {
  it('names so many towns to who asks for one that is not known', async () => {
    await using town = createTestTown();
    const names = Array.from({ length: searchRoomLimits.townsNamedMax + 1 }, (_, index) => `Dorp${index}`);
    await town.put(source('a'), ...names.slice(1).map((name) => place(name.toLowerCase(), inTown(name))));
    const named = async (): Promise<number> => {
      const message = await town.ask({ near: 'Elders', type: 'place' }).then(String, String);
      return message.match(/Dorp\d/g)?.length ?? 0;
    };
    expect(await named()).toBe(searchRoomLimits.townsNamedMax);
    await town.put(...names.slice(0, 1).map((name) => place(name.toLowerCase(), inTown(name))));
    expect(await named()).toBe(searchRoomLimits.townsNamedMax);
  });

  it('shows so much of what a place carries', async () => {
    await using town = createTestTown();
    const kinds = Array.from({ length: searchRoomLimits.carriedShownMax + 1 }, (_, index) => `Kaas ${index}`);
    const shown = async (): Promise<number> => {
      const [result] = (await town.ask({ q: 'kaas', type: 'place' })).results;
      return result?.type === 'place' ? (result.carries?.length ?? 0) : 0;
    };
    await town.put(source('a'), place('de-wrongel', { categoryCarried: kinds.slice(1) }));
    expect(await shown()).toBe(searchRoomLimits.carriedShownMax);
    await town.put(place('de-wrongel', { categoryCarried: kinds }));
    expect(await shown()).toBe(searchRoomLimits.carriedShownMax);
  });

  it('looks at so many characters of what is typed', async () => {
    await using town = createTestTown();
    await town.put(source('a'), product(gtins[0], 'Fietspomp'));
    await town.ask({ q: 'fietspomp' });
    const suggested = async (before: number): Promise<number> => {
      const typed = `${textOf(before)} fietsp`;
      return (await town.search.suggest(typed, 5)).suggestions.filter(({ text }) => text.endsWith('fietspomp')).length;
    };
    const fits = searchRoomLimits.typedCharactersMax - ' fietsp'.length;
    expect(await suggested(fits)).toBe(1);
    expect(await suggested(fits + ' fietsp'.length)).toBe(0);
  });

  it('suggests so much of one type, and names once so much is typed', async () => {
    await using town = createTestTown();
    const suggested = async (typed: string): Promise<number> => {
      const { suggestions } = await town.search.suggest(typed, searchRoomLimits.suggestionsMax);
      return suggestions.filter(({ type }) => type === 'place').length;
    };
    const most = searchRoomLimits.suggestionsOfOneTypeMax;
    await town.put(source('a'), ...kiosks(most));
    await town.ask({ q: 'kiosk' });
    expect(await suggested('kiosk')).toBe(most);
    await town.put(...kiosks(most + 1));
    await town.ask({ q: 'kiosk' });
    expect(await suggested('kiosk')).toBe(most);
    expect(await suggested('kiosk'.slice(0, searchRoomLimits.typedForNamesMin))).toBe(most);
    expect(await suggested('kiosk'.slice(0, searchRoomLimits.typedForNamesMin - 1))).toBe(0);
  });

  it('reads so many names to suggest, of words in so many texts', () => {
    expect(placesWith(searchRoomLimits.namesReadMax, 1)).toBe(searchRoomLimits.namesReadMax);
    expect(placesWith(searchRoomLimits.namesReadMax + 1, 1)).toBe(searchRoomLimits.namesReadMax);
    const ways = postingsOf(
      queryWords('kiosk ', { subjectsWith: () => 1, withPrefix: () => [], near: () => [] }, { prefixLast: false }),
      {
        subjectsWith: () => 1,
      },
    );
    const fits = Math.floor(searchRoomLimits.suggestPostingsMax / ways);
    expect(placesWith(1, fits)).toBe(1);
    expect(placesWith(1, fits + 1)).toBe(0);
  });

  it('tries so many ways to leave words out, those that keep most first', () => {
    const words = Array.from({ length: searchRoomLimits.wordsLeftOutMax + 4 }, (_, index) => ({
      word: textOf(index + 1),
      alternatives: [{ terms: [textOf(index + 1)], weight: 1, by: 'word' as const }],
    }));
    const view = { vocabulary: { subjectsWith: (term: string) => term.length }, subjectEnd: 1_000 };
    const choices = fewerWords(words, view as unknown as SearchView);
    expect(choices).toHaveLength(searchRoomLimits.wordsLeftOutMax);
    const shares = choices.map(({ keptShare }) => keptShare);
    expect(shares).toEqual(shares.toSorted((one, other) => other - one));
    // The last word says what is looked for; of the others the commonest goes first.
    for (const { words: kept } of choices) expect(kept.map(({ word }) => word)).toContain(textOf(words.length));
    expect(choices[0]?.words.map(({ word }) => word)).not.toContain(textOf(words.length - 1));
  });

  it('reads so many postings to find fewer words', () => {
    const words = [queryWord('een'), queryWord('twee')];
    const triesWith = (postings: number): number => {
      let tries = 0;
      const view = {
        vocabulary: { subjectsWith: () => postings },
        match: () => {
          tries++;
          return { count: 0 };
        },
      };
      const choice = { words: [queryWord('een')], keptShare: 1 };
      findText(view as unknown as SearchView, words, 'text', () => true, { choices: () => [choice] });
      return tries;
    };
    expect(triesWith(searchRoomLimits.postingsReadMax)).toBe(2);
    expect(triesWith(searchRoomLimits.postingsReadMax + 1)).toBe(1);
  });

  it('keeps at most so many documents, those that were read last', async () => {
    const asked: string[] = [];
    const library: Pick<Library, 'entriesOf'> = {
      entriesOf: async (seen) => {
        asked.push(...seen.map(({ id }) => id));
        return seen.map(({ id, position }) => ({ id, position, kind: 'Place', text: '{}' }));
      },
    };
    const reader = createDocumentReader();
    const read = async (ids: readonly string[]): Promise<number> => {
      asked.length = 0;
      await reader.read(
        library as Library,
        ids.map((id) => ({ id, position: 1 })),
      );
      return asked.length;
    };
    const { documentsKeptMax } = searchRoomLimits;
    const ids = Array.from({ length: documentsKeptMax }, (_, index) => `/places/${index}`);
    const [first = '', second = '', ...rest] = ids;
    expect(await read(ids)).toBe(documentsKeptMax);
    expect(await read(rest.slice(-documentsKeptMax / 2))).toBe(0);
    expect(await read([second])).toBe(0);
    expect(await read(['/places/one-more', first])).toBe(2);
  });
});
