import { joinRules } from './join-rules.ts';

const dayNames = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
const allDays = [0, 1, 2, 3, 4, 5, 6];
/** Public holidays stand behind the days of the week. */
const holiday = 7;

/** Day names in Dutch, English, German and French; where two languages differ, Dutch wins. */
const dayWords: readonly string[] = [
  'ma maa maan maandag maandags mo mon monday mondays montag montags lun lundi',
  'di din dinsdag dinsdags tu tue tues tuesday tuesdays dienstag dienstags mardi',
  'wo woe woen woensdag woensdags we wed weds wednesday wednesdays mi mittwoch mittwochs mer mercredi',
  'do don donderdag donderdags th thu thur thurs thursday thursdays donnerstag donnerstags jeu jeudi',
  'vr vrij vrijdag vrijdags fr fri friday fridays freitag freitags ven vendredi',
  'za zat zaterdag zaterdags sa sat saturday saturdays samstag samstags sonnabend sam samedi',
  'zo zon zondag zondags su sun sunday sundays so sonntag sonntags dim dimanche',
  'feestdag feestdagen ph holiday holidays feiertag feiertage feiertags feries',
];
const groupWords: readonly (readonly [readonly number[], string])[] = [
  [
    allDays,
    'dagelijks daily taglich alledagen iederedag elkedag everyday allweek heleweek touslesjours quotidien 7dagen',
  ],
  [[5, 6], 'weekend weekends weekeinde wochenende'],
  [[0, 1, 2, 3, 4], 'werkdagen weekdagen doordeweeks weekdays werktags wochentags ensemaine'],
];
const daysOfWord: ReadonlyMap<string, readonly number[]> = new Map([
  ...dayWords.flatMap((words, day) => words.split(' ').map((word): [string, readonly number[]] => [word, [day]])),
  ...groupWords.flatMap(([days, words]) => words.split(' ').map((word): [string, readonly number[]] => [word, days])),
]);

const phrases: readonly (readonly [RegExp, string])[] = [
  [/\b(elke|iedere|alle|every|tous les|jede[nr]?) (dag|dagen|day|days|jours|tag)\b/g, 'dagelijks'],
  [/\b7 dagen per week\b/g, 'dagelijks'],
  [/\bpublic holidays?\b|\bbank holidays?\b|\bjours feries\b/g, 'feestdagen'],
  [
    /\b(alleen |uitsluitend |only |nur |sur )?(op afspraak|by appointment|volgens afspraak|na afspraak|nach vereinbarung|rendez vous)\b/g,
    ' @ ',
  ],
  [/\b(24 ?\/ ?7|24 uur( per dag| open)?|24 hours|24 ?h|dag en nacht|rund um die uhr)\b/g, ' 0:00-24:00 '],
  [/\b(gesloten|closed|dicht|geschlossen|ferme|off)\b/g, ' # '],
  [/\b(t ?\/ ?m|tot en met|tot|t\. ?e\. ?m\.|bis|through|thru|until|till|to|au|jusqu a)\b/g, '-'],
  [/\b(en|and|und|et)\b|[&+]/g, ','],
  [/(?<=\d) ?(uur|uhr|hrs|hours?)\b\.?/g, ' '],
  [
    /\b(openingstijden|opening hours|geopend|open|van|vanaf|from|von|de|du|le|offen|geoffnet|ouvert)\b(?! *\d+ *($|[,;]))/g,
    ' ',
  ],
];

type Token =
  | { readonly is: 'day'; readonly days: readonly number[] }
  | { readonly is: 'time'; readonly minutes: number; readonly isBare: boolean }
  | { readonly is: 'dash' | 'comma' | 'break' | 'closed' | 'appointment' };

const tokenForm =
  /\s*(?:(\d{1,2})(?:[:.uh]([0-5]\d)|([0-5]\d)(?!\d))?\s*(?:[uh](?![a-z\d]))?\s*(am|pm|a\.m\.|p\.m\.)?(?![\d:])|([a-z]+)\.?:?|(-)|([,/])|([;|\n])|(#)|(@)|[:()])/y;

const toTime = (hour: string, minute: string, half: string | undefined): Token | undefined => {
  let hours = Number(hour);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (half.startsWith('p') ? 12 : 0);
  }
  const minutes = hours * 60 + Number(minute);
  return minutes > 24 * 60 ? undefined : { is: 'time', minutes, isBare: half === undefined };
};

/** @returns undefined where there is a word or sign that is not known */
const tokenise = (text: string): readonly Token[] | undefined => {
  const tokens: Token[] = [];
  tokenForm.lastIndex = 0;
  while (tokenForm.lastIndex < text.length) {
    const found = tokenForm.exec(text);
    if (found === null) return undefined;
    const [, hour, minute, tightMinute, half, word, dash, comma, rule, closed, appointment] = found;
    let token: Token | undefined;
    if (hour !== undefined) token = toTime(hour, minute ?? tightMinute ?? '0', half);
    else if (word !== undefined) {
      const days = daysOfWord.get(word);
      token = days === undefined ? undefined : { is: 'day', days };
    } else if (dash !== undefined) token = { is: 'dash' };
    else if (comma !== undefined) token = { is: 'comma' };
    else if (rule !== undefined) token = { is: 'break' };
    else if (closed !== undefined) token = { is: 'closed' };
    else if (appointment !== undefined) token = { is: 'appointment' };
    else continue;
    if (token === undefined) return undefined;
    tokens.push(token);
  }
  return tokens;
};

interface Span {
  readonly from: number;
  readonly until: number;
}
type Hours = readonly Span[] | 'closed' | 'appointment';
interface Rule {
  readonly days: readonly number[];
  readonly hours: Hours;
}

const dayRange = (from: number, until: number): readonly number[] | undefined => {
  if (from === holiday || until === holiday) return undefined;
  return Array.from({ length: ((until - from + 7) % 7) + 1 }, (_, step) => (from + step) % 7);
};

const toSpan = (from: Token, until: Token): Span | undefined => {
  if (from.is !== 'time' || until.is !== 'time' || from.minutes === until.minutes) return undefined;
  // `9-5` may be a day's work or a night's: nobody can tell.
  const isHalfClock = until.minutes < from.minutes && from.minutes <= 12 * 60 && from.isBare && until.isBare;
  return isHalfClock ? undefined : { from: from.minutes, until: until.minutes };
};

/** Reads days, then times; any sign may stand between rules. @returns undefined where that makes no sense */
const toRules = (tokens: readonly Token[]): readonly Rule[] | undefined => {
  const rules: Rule[] = [];
  let days: number[] = [];
  let hours: Hours | undefined;
  const finish = (): void => {
    if (hours !== undefined) rules.push({ days: days.length === 0 ? allDays : days, hours });
    [days, hours] = [[], undefined];
  };
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    const end = tokens[index + 1]?.is === 'dash' ? tokens[index + 2] : undefined;
    if (token === undefined || token.is === 'dash') return undefined;
    if (token.is === 'day') {
      if (hours !== undefined) finish();
      const [from = 0] = token.days;
      const range = end?.is === 'day' && token.days.length === 1 ? dayRange(from, end.days[0] ?? 0) : token.days;
      if (range === undefined) return undefined;
      days.push(...range);
      // A dash may also stand between the days and their hours.
      if (tokens[index + 1]?.is === 'dash') index += end?.is === 'day' ? 2 : 1;
    } else if (token.is === 'time') {
      const span = end === undefined ? undefined : toSpan(token, end);
      if (span === undefined || typeof hours === 'string') return undefined;
      hours = [...(hours ?? []), span];
      index += 2;
    } else if (token.is === 'closed' || token.is === 'appointment') {
      if (hours !== undefined) return undefined;
      hours = token.is;
    } else if (token.is === 'break' && hours !== undefined) finish();
  }
  if (days.length > 0 && hours === undefined) return undefined;
  finish();
  return rules.length === 0 ? undefined : rules;
};

const overlaps = (one: readonly Span[], other: readonly Span[]): boolean =>
  one.some((a) => other.some((b) => a.from < b.until && b.from < a.until));

/** `ma-za 9-18, do 19-21` adds an evening, `ma-za 9-18, do 9-21` puts one day's hours in the place of the week's. */
const merge = (before: Hours | undefined, next: Hours): Hours => {
  if (before === undefined || typeof before === 'string' || typeof next === 'string') return next;
  return overlaps(before, next) ? next : [...before, ...next].toSorted((a, b) => a.from - b.from);
};

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const showHours = (hours: Hours): string => {
  if (hours === 'closed') return 'off';
  if (hours === 'appointment') return '"op afspraak"';
  return hours.map(({ from, until }) => `${clock(from)}-${clock(until)}`).join(',');
};

const showDays = (days: readonly number[]): string => {
  const parts: string[] = [];
  for (let index = 0; index < days.length; index++) {
    const first = days[index] ?? 0;
    let last = first;
    while (days[index + 1] === last + 1) last = days[++index] ?? last;
    const name = dayNames[first] ?? 'Mo';
    if (last === first) parts.push(name);
    else parts.push(last === first + 1 ? `${name},${dayNames[last]}` : `${name}-${dayNames[last]}`);
  }
  return parts.join(',');
};

/**
 * Reads opening hours in people's words: `ma-vr 9:00-18:00, za 9-17`, `maandag gesloten`, `daily 8 to 22`.
 * @returns them in OSM syntax, each day once; undefined where a word or the order of words is not understood
 */
export const parseHours = (raw: string): string | undefined => {
  let text = raw
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .replaceAll(/\r\n?/g, '\n');
  for (const [form, put] of phrases) text = text.replaceAll(form, put);
  const tokens = tokenise(text.trim());
  const rules = tokens === undefined ? undefined : toRules(tokens);
  if (rules === undefined) return undefined;
  const hoursOfDay = new Map<number, Hours>();
  for (const { days, hours } of rules) {
    for (const day of days) hoursOfDay.set(day, merge(hoursOfDay.get(day), hours));
  }
  const daysOfHours = new Map<string, number[]>();
  for (const day of allDays) {
    const hours = hoursOfDay.get(day);
    if (hours === undefined) continue;
    const shown = showHours(hours);
    daysOfHours.set(shown, [...(daysOfHours.get(shown) ?? []), day]);
  }
  const week = [...daysOfHours].map(([hours, days]) =>
    days.length === 7 && hours === '00:00-24:00' ? '24/7' : `${showDays(days)} ${hours}`,
  );
  const holidays = hoursOfDay.get(holiday);
  return [joinRules(week), ...(holidays === undefined ? [] : [`PH ${showHours(holidays)}`])].join('; ');
};
