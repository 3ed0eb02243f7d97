/** The digest that stands on the last line of what a reader said. */
export const toldDigest = (said: string): string | undefined => {
  const last = said.trimEnd().split('\n').at(-1)?.trim() ?? '';
  return /^[0-9a-f]{64}$/.test(last) ? last : undefined;
};
