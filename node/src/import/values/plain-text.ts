import type { ValueIssueCode } from '../issue-codes/values.ts';

/** What a text says once markup and control characters are out, and what was wrong with it. */
export interface PlainText {
  /** Absent where nothing is left. */
  readonly text: string | undefined;
  readonly problems: readonly ValueIssueCode[];
}

const entityWords =
  'amp=& lt=< gt=> quot=" apos=\' nbsp=\u00a0 euro=€ pound=£ copy=© reg=® trade=™ deg=° plusmn=± frac12=½ frac14=¼ frac34=¾ sup2=² sup3=³ ' +
  'micro=µ middot=· times=× hellip=… ndash=– mdash=— lsquo=‘ rsquo=’ ldquo=“ rdquo=” laquo=« raquo=» bull=• szlig=ß shy=\u00ad ' +
  'agrave=à aacute=á acirc=â atilde=ã auml=ä aring=å aelig=æ ccedil=ç egrave=è eacute=é ecirc=ê euml=ë igrave=ì iacute=í icirc=î iuml=ï ntilde=ñ ' +
  'ograve=ò oacute=ó ocirc=ô otilde=õ ouml=ö oslash=ø ugrave=ù uacute=ú ucirc=û uuml=ü yacute=ý yuml=ÿ oelig=œ ' +
  'Agrave=À Aacute=Á Acirc=Â Auml=Ä Aring=Å AElig=Æ Ccedil=Ç Egrave=È Eacute=É Ecirc=Ê Euml=Ë Iuml=Ï Ntilde=Ñ Ouml=Ö Oslash=Ø Uuml=Ü';
/** The characters that HTML names stand for, as far as shops use them. */
export const entities: ReadonlyMap<string, string> = new Map(
  entityWords
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
);

const codePointMax = 0x10_ff_ff;

/** Puts characters in the place of their HTML names and numbers, once: `&amp;lt;` becomes `&lt;`. Unknown names stay. */
export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z0-9]{1,9}));/gi, (whole, decimal, hex, name) => {
        if (name !== undefined) return entities.get(String(name)) ?? whole;
        const point = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
        return point > 0 && point <= codePointMax ? String.fromCodePoint(point) : whole;
      })
    : text;

/** Scripts and styles go with what is in them; one that never closes takes the rest of the text. */
const dropScripts = (text: string): string => {
  const opening = /<(script|style)\b/gi;
  let kept = '';
  let from = 0;
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    kept += text.slice(from, found.index);
    const closing = new RegExp(`</${found[1] ?? ''}\\s{0,9}>`, 'gi');
    closing.lastIndex = found.index;
    from = closing.exec(text) === null ? text.length : closing.lastIndex;
    opening.lastIndex = from;
  }
  return kept + text.slice(from);
};

const tag = /<(?:!--[^<>]*--|\/?[a-z][^<>]*|![a-z][^<>]*)>/gi;
const lineTag = /<(?:br|\/p|\/li|\/div|\/tr|\/h[1-6])\b[^<>]*>/gi;

const stripTags = (text: string): string =>
  text.includes('<') ? dropScripts(text).replaceAll(lineTag, '\n').replaceAll(tag, ' ') : text;

/** Control characters but tab and line ends, and the marks that turn the direction of the text behind them. */
// oxlint-disable-next-line no-control-regex -- these are the characters that are looked for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** Nothing to do: no markup, no entity, no control or odd space, not even two spaces in a row. */
const isPlain = (text: string): boolean => !/\s\s|[<&]|[^\u0020-\u007e\u00a1-\u00ac\u00ae-\u024f\u20ac]/.test(text);

const cut = (text: string, charactersMax: number): string =>
  `${text.slice(0, charactersMax - 1).replace(/[\ud800-\udbff]$/, '')}…`;

/**
 * Takes the words out of a text that may hold HTML.
 * @param form `name`: on one line, and markup is a problem to report; `prose`: keeps its lines, and markup is expected
 * @param charactersMax longer texts are cut, ending in `…`
 */
export const plainText = (raw: string, form: 'name' | 'prose', charactersMax: number): PlainText => {
  const trimmed = raw.trim();
  if (trimmed.length <= charactersMax && isPlain(trimmed)) return { text: trimmed || undefined, problems: [] };
  const problems: ValueIssueCode[] = [];
  const stripped = stripTags(trimmed);
  const decoded = decodeEntities(stripped);
  const bare = decoded === stripped ? stripped : stripTags(decoded);
  if (form === 'name' && (stripped !== trimmed || bare !== decoded)) problems.push('markup-in-text');
  const clean = bare.toWellFormed().replaceAll(controls, '');
  if (clean.length !== bare.length) problems.push('control-characters');
  const spaced =
    form === 'name'
      ? clean.replaceAll(/\s+/g, ' ').trim()
      : clean
          .replaceAll(/[^\S\n]+/g, ' ')
          .replaceAll(/ ?\n[\n ]*/g, '\n')
          .trim();
  if (spaced.length <= charactersMax) return { text: spaced || undefined, problems };
  return { text: cut(spaced, charactersMax), problems: [...problems, 'text-cut'] };
};
