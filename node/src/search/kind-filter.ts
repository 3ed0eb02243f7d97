import { foldText } from '../language/fold.ts';
import { Fault } from '../model/fault.ts';
import type { PlaceKind } from '../place-kinds/place-kind.ts';
import { placeKinds, wordsIn } from '../place-kinds/place-kinds.ts';

const tagPattern = /^[a-z0-9_:]{1,60}=[A-Za-z0-9_;:.-]{1,100}$/;

const wordsOfKind = ({ nl, en, words, searchWords }: PlaceKind): readonly string[] =>
  [nl, en, ...wordsIn(words), ...wordsIn(searchWords)].map(foldText);

/** Tags by each word that people have for a kind: `fietsenmaker` is one kind, `winkel` may be several. */
const tagsByWord: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const tags = new Map<string, Set<string>>();
  for (const kind of placeKinds)
    for (const word of wordsOfKind(kind)) tags.set(word, (tags.get(word) ?? new Set()).add(kind.tag));
  return tags;
})();

const tagsByName: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const tags = new Map<string, Set<string>>();
  for (const { tag, nl, en, words } of placeKinds)
    for (const name of [nl, en, ...wordsIn(words)].map(foldText))
      tags.set(name, (tags.get(name) ?? new Set()).add(tag));
  return tags;
})();
const noTags: ReadonlySet<string> = new Set();

/** The tags of the kinds of place that a whole query is a name of: `museum`, `fietsenmaker`; none for what such places have. */
export const tagsNamedBy = (query: string): ReadonlySet<string> =>
  tagsByName.get(foldText(query).replaceAll(/\s+/g, ' ').trim()) ?? noTags;

/**
 * The tags of a kind of place, asked for by tag or by word.
 * @throws {Fault} `bad-request` for a word that is not known
 */
export const tagsOfKind = (asked: string): ReadonlySet<string> => {
  if (tagPattern.test(asked)) return new Set([asked]);
  const tags = tagsByWord.get(foldText(asked).replaceAll(/\s+/g, ' ').trim());
  if (tags !== undefined) return tags;
  throw new Fault(
    'bad-request',
    `\`kind\` is neither a tag of OpenStreetMap such as shop=bicycle nor a word for a kind of place that is known here: "${asked}". Search for it with \`q\` instead.`,
  );
};
