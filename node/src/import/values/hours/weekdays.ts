import { remembered } from '../remembered.ts';
import { joinRules } from './join-rules.ts';
import { readHours } from './read-hours.ts';

/** Days as OpenStreetMap writes them, in the order of the week. */
const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

const dayForm = /^(off|\d\d:\d\d-\d\d:\d\d(,\d\d:\d\d-\d\d:\d\d)*)$/;
const hoursCharactersMax = 200;

/**
 * Reads one day's cell: `09:00-18:00`, `9:00 AM-5:00 PM`, `09:00-12:00, 13:00-17:00`, `x`, `24 hours`.
 * @returns the hours in the syntax of OpenStreetMap, `off` for closed; undefined where it can't be read
 */
export const readDayHours: (raw: string) => string | undefined = remembered((raw) => {
  const text = raw.trim();
  if (text === '' || text.length > hoursCharactersMax) return undefined;
  if (/^x$/i.test(text)) return 'off';
  const { hours } = readHours(`Mo ${text}`);
  // Until midnight is until the end of this day.
  const day = hours.replace(/^Mo /, '').replaceAll('-00:00', '-24:00').replaceAll(', ', ',');
  return dayForm.test(day) ? day : undefined;
});

/**
 * Puts seven days together in the syntax of OpenStreetMap: `Mo-Fr 09:00-18:00; Sa 09:00-17:00; Su off`.
 * @param hours from Monday; undefined for a day of which nothing is known: unknown is not closed
 */
export const joinWeek = (hours: readonly (string | undefined)[]): string => {
  if (hours.every((day) => day === undefined)) return 'unknown';
  const rules: string[] = [];
  for (let from = 0; from < days.length;) {
    let through = from;
    while (through + 1 < days.length && hours[through + 1] === hours[from]) through++;
    const span = through === from ? `${days[from]}` : `${days[from]}-${days[through]}`;
    rules.push(`${span} ${hours[from] ?? 'unknown'}`);
    from = through + 1;
  }
  return joinRules(rules);
};

/** Hours of single days, and the days on which it is closed. */
export interface SpecialHours {
  /** Rules of OpenStreetMap, to stand behind those of the week. */
  readonly rules: readonly string[];
  /** `2026-12-25`. */
  readonly closedOn: readonly string[];
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const specialCharactersMax = 5_000;

/** Reads `2026-12-25: x, 2026-12-26: 10:00-16:00`; undefined where it can't be read. */
export const readSpecialHours = (raw: string): SpecialHours | undefined => {
  if (raw.length > specialCharactersMax) return undefined;
  const rules: string[] = [];
  const closedOn: string[] = [];
  for (const entry of raw.split(/[,;]\s*(?=\d{4}-\d\d-\d\d)/)) {
    const parts = /^\s*((\d{4})-(\d\d)-(\d\d))\s*:\s*(.+)$/.exec(entry);
    const hours = readDayHours(parts?.[5] ?? '');
    const day = new Date(`${parts?.[1] ?? ''}T00:00:00Z`);
    // 30 February rolls over.
    if (parts === null || hours === undefined || day.getUTCDate() !== Number(parts[4])) return undefined;
    if (hours === 'off') closedOn.push(parts[1] ?? '');
    else rules.push(`${parts[2]} ${monthNames[day.getUTCMonth()]} ${parts[4]} ${hours}`);
  }
  return { rules, closedOn };
};
