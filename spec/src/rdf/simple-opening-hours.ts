const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
const dayPattern = '(?:Mo|Tu|We|Th|Fr|Sa|Su)';
const timePattern = String.raw`(?:[01]\d|2[0-3]):[0-5]\d-(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)`;
const rulePattern = new RegExp(
  `^(?:(${dayPattern}(?:-${dayPattern})?(?:,${dayPattern}(?:-${dayPattern})?)*) )?(off|closed|${timePattern}(?:, ?${timePattern})*)$`,
);

const dayIndex = (name: string): number => days.findIndex((day) => day === name);

const daysOf = (list: string): readonly number[] =>
  list.split(',').flatMap((part) => {
    const [first = '', last = first] = part.split('-');
    const from = dayIndex(first);
    const length = ((dayIndex(last) - from + days.length) % days.length) + 1;
    return Array.from({ length }, (_, offset) => (from + offset) % days.length);
  });

/** Days with the same hours, as schema.org lists them: runs of three or more as a range. */
const dayList = (indexes: readonly number[]): string => {
  const runs: number[][] = [];
  for (const index of indexes) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === index - 1) run.push(index);
    else runs.push([index]);
  }
  return runs
    .map((run) =>
      run.length < 3 ? run.map((index) => days[index]).join(',') : `${days[run[0] ?? 0]}-${days[run.at(-1) ?? 0]}`,
    )
    .join(',');
};

/**
 * Opening hours of OpenStreetMap in the simple syntax of `schema:openingHours`: days of the week with their times.
 * @returns one text a group of days; undefined where the hours say more than that (holidays, weeks, remarks), or are unknown
 */
export const simpleOpeningHours = (openingHours: string): readonly string[] | undefined => {
  if (openingHours === '24/7') return ['Mo-Su'];
  const hours: (string | undefined)[] = Array.from(days, () => undefined);
  for (const rule of openingHours.replace(/;\s*$/, '').split(';')) {
    const parts = rulePattern.exec(rule.trim());
    if (parts === null) return undefined;
    const [, list = 'Mo-Su', times = ''] = parts;
    // A later rule replaces what an earlier one says of the same day.
    for (const day of daysOf(list)) hours[day] = times === 'off' || times === 'closed' ? undefined : times;
  }
  const groups = Map.groupBy(
    days.keys().filter((day) => hours[day] !== undefined),
    (day) => hours[day] ?? '',
  );
  return [...groups].flatMap(([times, group]) => times.split(/, ?/).map((time) => `${dayList(group)} ${time}`));
};
