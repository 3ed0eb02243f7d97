const timesOpen = /(\d\d:\d\d)-(\d\d:\d\d)/g;

const goesPastMidnight = (rule: string): boolean =>
  Array.from(rule.matchAll(timesOpen)).some(([, from = '', until = '']) => until < from);

/**
 * Puts rules for different days together. A rule of OpenStreetMap replaces all that others say of its days,
 * the small hours of a night before included: where a night goes past midnight, rules are added to each other instead.
 * @param rules each with its days: `Mo-Th 16:00-01:00`, `Su off`
 */
export const joinRules = (rules: readonly string[]): string => {
  if (!rules.some(goesPastMidnight)) return rules.join('; ');
  const { open = [], others = [] } = Object.groupBy(rules, (rule) =>
    rule.search(timesOpen) === -1 ? 'others' : 'open',
  );
  return [...others, open.join(', ')].join('; ');
};
