/** An address that a style makes a browser fetch. */
export interface StyleRequest {
  readonly address: string;
  readonly isImport: boolean;
  /** Where it begins, in characters. */
  readonly at: number;
}

const requestPattern = /(@import\s+)?(?:url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]+))|(?<=@import\s)["']([^"']*))/gi;

/**
 * Puts spaces in place of comments; one that is never closed reaches to the end.
 * A pattern would look for the end anew from each beginning: a style of many beginnings would take it for ever.
 */
const withoutComments = (style: string): string => {
  const pieces: string[] = [];
  let at = 0;
  for (;;) {
    const start = style.indexOf('/*', at);
    if (start === -1) break;
    const close = style.indexOf('*/', start + 2);
    const end = close === -1 ? style.length : close + 2;
    pieces.push(style.slice(at, start), ' '.repeat(end - start));
    at = end;
  }
  pieces.push(style.slice(at));
  return pieces.join('');
};

/** The addresses that a style makes a browser fetch; comments do not. */
export const styleRequests = (style: string): readonly StyleRequest[] =>
  [...withoutComments(style).matchAll(requestPattern)].flatMap((match) => {
    const [, importing, double, single, bare, imported] = match;
    const address = double ?? single ?? bare ?? imported ?? '';
    // What stands in the style itself is fetched from nowhere.
    if (address === '' || /^(?:data:|#)/i.test(address)) return [];
    return [{ address, isImport: importing !== undefined || imported !== undefined, at: match.index }];
  });
