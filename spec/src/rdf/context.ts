import { contextSha256, contextText } from './generated/context-text.ts';

export {
  /** SHA-256 of `contextText` in lower-case hex, as the spec states it. */
  contextSha256,
  /** The bytes that every node serves at `/context/v1.jsonld`. */
  contextText,
};

/** The context that consumers use instead of fetching one. */
export const bundledContext: { readonly '@context': Readonly<Record<string, unknown>> } = JSON.parse(contextText);

/** Every name to which the context gives a meaning in a thing's data, as a feed holds it. */
export const contextTermNames: ReadonlySet<string> = new Set([
  ...Object.entries(bundledContext['@context']).flatMap(([name, definition]) => (definition === null ? [] : [name])),
  'data',
]);
