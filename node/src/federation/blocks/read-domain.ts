/** A domain in the form in which it is compared; undefined for what is none. A scheme, path or port is no part of it. */
export const readDomain = (text: string): string | undefined => {
  const trimmed = text.trim().toLowerCase().replace(/^\*\./, '').replace(/\.$/, '');
  if (trimmed === '' || /[\s/?#@\\:*]/.test(trimmed)) return undefined;
  // An address of another version would be read as a port.
  const host = URL.parse(`https://${trimmed}/`)?.hostname;
  return host === undefined || host === '' ? undefined : host;
};

/** A domain and all above it, the narrowest first: `a.b.example`, `b.example`, `example`. */
export const domainsOf = (hostname: string): readonly string[] => {
  const labels = hostname.toLowerCase().replace(/\.$/, '').split('.');
  return labels.map((_, index) => labels.slice(index).join('.'));
};
