/** The context as a module, so that the published package needs no file beside its code. */
export const generateContextText = (context: string, contextSha256: string): string =>
  `/* Generated from the models. */
export const contextText: string = ${JSON.stringify(context)};
export const contextSha256: string = ${JSON.stringify(contextSha256)};
`;
