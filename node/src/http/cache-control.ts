/** How long others may keep what they were given. */
export const cacheControl = {
  /** Never changes under this address. */
  immutable: 'public, max-age=31536000, immutable',
  /** PROTOCOL 5: a page behind which there is more. */
  fullFeedPage: 'public, max-age=3600',
  /** PROTOCOL 5: a page at the head. Documents change at the same pace. */
  moment: 'public, max-age=5',
  minutes: 'public, max-age=300',
  never: 'no-store',
} as const;
