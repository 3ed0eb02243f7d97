/** What `"`, `\`, line ends and control characters are written as. Source: RDF 1.1 N-Quads, and its canonical form. */
const escapes: Readonly<Record<string, string>> = {
  '"': String.raw`\"`,
  '\\': String.raw`\\`,
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
  '\b': String.raw`\b`,
  '\f': String.raw`\f`,
};

const escape = (character: string): string =>
  escapes[character] ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

// oxlint-disable-next-line no-control-regex -- these are the characters to escape
const literalSpecial = /["\\\u0000-\u001f\u007f]/;
// oxlint-disable-next-line no-control-regex -- as above
const literalSpecials = /["\\\u0000-\u001f\u007f]/g;
// oxlint-disable-next-line no-control-regex -- as above
const iriSpecial = /[\u0000-\u0020<>"{}|^`\\]/;
// oxlint-disable-next-line no-control-regex -- as above
const iriSpecials = /[\u0000-\u0020<>"{}|^`\\]/g;

const unicodeEscape = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** An absolute IRI as a term. */
export const iriTerm = (iri: string): string =>
  `<${iriSpecial.test(iri) ? iri.replaceAll(iriSpecials, unicodeEscape) : iri}>`;

/** A plain string as a term. */
export const textTerm = (value: string): string =>
  `"${literalSpecial.test(value) ? value.replaceAll(literalSpecials, escape) : value}"`;

/** A text in a language as a term; languages are written in lower case, as JSON-LD processors do. */
export const languageTerm = (value: string, language: string): string => `${textTerm(value)}@${language.toLowerCase()}`;

/** Makes the function that writes literals of one datatype. */
export const typedTerm = (datatype: string): ((lexical: string) => string) => {
  const suffix = `^^${iriTerm(datatype)}`;
  return (lexical) => textTerm(lexical) + suffix;
};

/** The canonical form of an xsd:double, in the 16 digits that JSON-LD 1.1 asks for (API, section 8.6). */
export const doubleLexical = (value: number): string => value.toExponential(15).replace(/(\d)0*e\+?/, '$1E');
