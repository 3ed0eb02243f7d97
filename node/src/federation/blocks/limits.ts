/** What a block list keeps to. Each is tested at the limit and one past it. */
export const blockLimits = {
  domainsMax: 100_000,
  reasonCharactersMax: 1_000,
  /** Bytes of a list that is imported. */
  fileBytesMax: 16 << 20,
} as const;
export type BlockLimits = { readonly [name in keyof typeof blockLimits]: number };
