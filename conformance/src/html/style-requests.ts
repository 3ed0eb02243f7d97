/** An address that a style makes a browser fetch. */
export interface StyleRequest {
  readonly address: string;
  readonly isImport: boolean;
  /** Where it begins, in characters. */
  readonly at: number;
}

const requestPattern = /(@import\s+)?(?:url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]+))|(?<=@import\s)["']([^"']*))/gi;

/** The addresses that a style makes a browser fetch; comments do not. */
export const styleRequests = (style: string): readonly StyleRequest[] => {
  const plain = style.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => ' '.repeat(comment.length));
  return [...plain.matchAll(requestPattern)].flatMap((match) => {
    const [, importing, double, single, bare, imported] = match;
    const address = double ?? single ?? bare ?? imported ?? '';
    // What stands in the style itself is fetched from nowhere.
    if (address === '' || /^(?:data:|#)/i.test(address)) return [];
    return [{ address, isImport: importing !== undefined || imported !== undefined, at: match.index }];
  });
};
