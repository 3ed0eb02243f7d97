const characters = { labelMax: 63, nameMax: 253 } as const;
/** A part of a host's name, in ASCII; some hosts have an underscore in theirs. */
const isLabel = (label: string): boolean =>
  label.length <= characters.labelMax && /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/.test(label);

/** A domain in the form in which it is compared; undefined for what is none. A scheme, path or port is no part of it. */
export const readDomain = (text: string): string | undefined => {
  const trimmed = text.trim().toLowerCase().replace(/^\*\./, '').replace(/\.$/, '');
  if (trimmed === '' || /[\s/?#@\\:*]/.test(trimmed)) return undefined;
  // An address of another version would be read as a port.
  const host = URL.parse(`https://${trimmed}/`)?.hostname;
  return host !== undefined && host.length <= characters.nameMax && host.split('.').every(isLabel) ? host : undefined;
};

/** A domain and all above it, the narrowest first: `a.b.example`, `b.example`, `example`. */
export const domainsOf = (hostname: string): readonly string[] => {
  const labels = hostname.toLowerCase().replace(/\.$/, '').split('.');
  return labels.map((_, index) => labels.slice(index).join('.'));
};
