import type { OpeningRules } from './opening-state.ts';

const textOf = ({ openingHours, closures }: OpeningRules): string =>
  closures.length === 0
    ? openingHours
    : `${openingHours}\n${closures.map(({ from, through }) => `${from}/${through}`).join(' ')}`;

/**
 * Makes a cache of what rules were compiled to, that keeps so much and forgets all when one more comes.
 * By zone, country and text: three look-ups of texts that are there already cost less than joining them.
 */
export const createRulesCache = <Value>(
  max: number,
  compile: (rules: OpeningRules) => Value,
): ((rules: OpeningRules) => Value) => {
  const known = new Map<string, Map<string, Map<string, Value>>>();
  let count = 0;
  return (rules) => {
    const text = textOf(rules);
    const before = known.get(rules.timeZone)?.get(rules.country)?.get(text);
    if (before !== undefined) return before;
    const value = compile(rules);
    if (count >= max) {
      known.clear();
      count = 0;
    }
    count++;
    const ofZone = known.get(rules.timeZone) ?? new Map<string, Map<string, Value>>();
    const ofCountry = ofZone.get(rules.country) ?? new Map<string, Value>();
    known.set(rules.timeZone, ofZone.set(rules.country, ofCountry.set(text, value)));
    return value;
  };
};
