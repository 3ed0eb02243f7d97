import { ownText } from './own-text.ts';

const rememberedMax = 8_192;
const rememberedCharactersMax = 64;

/** Remembers what short texts said: a stock file says the same few things a million times. Forgets all when 8,192 are kept. */
export const remembered = <T>(read: (raw: string) => T): ((raw: string) => T) => {
  const known = new Map<string, T>();
  return (raw) => {
    const before = known.get(raw);
    if (before !== undefined) return before;
    const answer = read(raw);
    if (raw.length > rememberedCharactersMax) return answer;
    if (known.size >= rememberedMax) known.clear();
    known.set(ownText(raw), answer);
    return answer;
  };
};
