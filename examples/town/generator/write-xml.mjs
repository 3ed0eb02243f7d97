const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Text that goes into the file as it stands: CDATA, or a mistake. */
export const raw = (xml) => ({ raw: xml });

/** A list of `[name, text]`, each an element on a line of its own; empty ones are left out. */
export const elements = (pairs, indent) =>
  pairs
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => {
      const [tag] = name.split(' ');
      return `${indent}<${name}>${typeof value === 'string' ? escaped(value) : value.raw}</${tag}>`;
    })
    .join('\n');
