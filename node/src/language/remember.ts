/** A pure function of words that remembers its answers, at most so many: words of shops come again and again. */
export const remember = <Answer>(answer: (word: string) => Answer, wordsMax: number): ((word: string) => Answer) => {
  // Two generations: when the young one is full it becomes the old one, so that frequent words stay.
  let young = new Map<string, { readonly answer: Answer }>();
  let old = new Map<string, { readonly answer: Answer }>();
  return (word) => {
    const known = young.get(word);
    if (known !== undefined) return known.answer;
    const found = old.get(word) ?? { answer: answer(word) };
    if (young.size >= wordsMax / 2) [old, young] = [young, new Map()];
    young.set(word, found);
    return found.answer;
  };
};
