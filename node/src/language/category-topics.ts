import { type IndexTerm, topicMark } from './language.ts';
import { stem } from './stems/stem.ts';
import { indexWeights } from './weights.ts';

/** What things of a category are for, by Google's number and name of it: `zadel` under bicycle parts is a `fietszadel`. */
const topics: readonly (readonly [word: string, number: string, name: string])[] = [
  ['fiets', '3214', 'Bicycle Accessories'],
  ['fiets', '3618', 'Bicycle Parts'],
  ['hond', '5', 'Dog Supplies'],
  ['kat', '4', 'Cat Supplies'],
  ['vogel', '3', 'Bird Supplies'],
  ['baby', '537', 'Baby & Toddler'],
];

/** The terms of what a thing is for, by its category: they count only beside a word for what it is. */
export const topicTerms = (category: string | undefined): readonly IndexTerm[] => {
  if (category === undefined) return [];
  const names = category.split('>').map((name) => name.trim());
  return topics
    .filter(([, number, name]) => names.includes(number) || names.includes(name))
    .map(([word]) => ({ term: topicMark + stem(word, 'nl'), weight: indexWeights.stem }));
};
