/** Days on which a place is closed. */
export interface Closure {
  /** `2026-12-25` */
  readonly from: string;
  readonly through: string;
  readonly reason?: string | undefined;
}

const isoDate = String.raw`\d{4}-\d{1,2}-\d{1,2}`;
const localDate = String.raw`\d{1,2}[-/.]\d{1,2}[-/.]\d{4}`;
const day = `(${isoDate}|${localDate})`;
const between = String.raw`\s*(?:\.\.\.?|…|–|—|t\s?/\s?m|tot en met|tot|until|to|/|\s-\s)\s*`;
const closureForm = new RegExp(`^${day}(?:${between}${day})?[\\s:,]*(.*)$`, 'is');
const nextClosure = new RegExp(String.raw`[,;|\n]\s*(?=(?:${isoDate}|${localDate})(?!\d))`, 'g');

/** A calendar day in ISO form; undefined for 30 February. */
const readDay = (text: string): string | undefined => {
  const numbers = text.split(/[-/.]/).map(Number);
  const [year = 0, month = 0, date = 0] = /^\d{4}/.test(text) ? numbers : numbers.toReversed();
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const at = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso ? undefined : iso;
};

const readClosure = (text: string): Closure | undefined => {
  const [, first = '', last = first, rest = ''] = closureForm.exec(text) ?? [];
  const from = readDay(first);
  const through = readDay(last);
  if (from === undefined || through === undefined || through < from) return undefined;
  const reason = rest.replaceAll(/^[\s(]+|[\s)]+$/g, '');
  return { from, through, reason: reason === '' ? undefined : reason };
};

/**
 * Reads closures: `2026-12-25`, `2026-07-20..2026-08-03 holiday`, `25-12-2026`, several with a comma, semicolon or line break between them.
 * @returns those that can be read, and the text of the others
 */
export const readClosures = (
  raw: string,
): { readonly closures: readonly Closure[]; readonly unread: readonly string[] } => {
  const closures: Closure[] = [];
  const unread: string[] = [];
  for (const part of raw.split(nextClosure)) {
    const text = part.trim().replace(/[,;|]$/, '');
    if (text === '') continue;
    const closure = readClosure(text);
    if (closure === undefined) unread.push(text);
    else closures.push(closure);
  }
  return { closures, unread };
};
