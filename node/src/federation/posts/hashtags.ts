import { postLimits } from './limits.ts';

/** A word behind a number sign: letters, digits and underscores, not digits alone, and no part of a longer word or an address. */
export const hashtagPattern = /(?<![\p{L}\p{N}_/#&])#(?=[\p{N}_]*\p{L})([\p{L}\p{N}_]+)/gu;

/** Makes one hashtag of several words, without its sign: `Koffie bar 't Hoekje` is `KoffieBarTHoekje`; undefined where no letter is left. */
export const toHashtag = (words: string): string | undefined => {
  const tag = words
    .normalize('NFC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')
    .slice(0, postLimits.hashtagCharactersMax);
  return /\p{L}/u.test(tag) ? tag : undefined;
};

/** The hashtags of a text without their sign, each once whatever its capitals, in order. */
export const hashtagsOf = (text: string): readonly string[] => {
  const found = new Map<string, string>();
  for (const [, tag = ''] of text.matchAll(hashtagPattern)) {
    if (found.size >= postLimits.hashtagsMax) break;
    const key = tag.toLowerCase();
    if (tag.length <= postLimits.hashtagCharactersMax && !found.has(key)) found.set(key, tag);
  }
  return [...found.values()];
};
