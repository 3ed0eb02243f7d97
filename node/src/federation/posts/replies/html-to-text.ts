const named: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  hellip: '…',
  lt: '<',
  nbsp: ' ',
  quot: '"',
};

const lastCodePoint = 0x10ffff;

const decode = (whole: string, name: string): string => {
  if (!name.startsWith('#')) return named[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= lastCodePoint ? String.fromCodePoint(code) : '';
};

/**
 * The words of HTML that a stranger wrote: no elements, no comments, a line for each paragraph and break. It is text, and must be shown as text:
 * what looks like a tag in it was written so that it does.
 */
export const htmlToText = (html: string, charactersMax: number): string =>
  html
    .replaceAll(/<(script|style)\b[^<>]*>.*?(<\/\1\s*>|$)/gis, '')
    .replaceAll(/<!--.*?(-->|$)/gs, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<br\b[^<>]*>|<\/(p|div|li|h\d|blockquote|pre)\s*>/gi, '\n')
    .replaceAll(/<[^>]*(>|$)/g, '')
    .replaceAll(/&(#x?[\da-f]{1,7}|[a-z]{2,8});/gi, decode)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()
    .slice(0, charactersMax);
