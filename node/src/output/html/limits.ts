/** How much one page shows before it turns to a next one. */
export const pageLimits = {
  /** Places on one front page. */
  frontPlaces: 300,
  /** Things on one page of a list. */
  listThings: 100,
  /** Offers on one page of a place or product. */
  offers: 100,
  /** Offers of other nodes on the page of a product. */
  offersElsewhere: 100,
  /** Nodes that the page about this one names, of those that follow it. */
  followersNamed: 500,
  /** Services, events and parcel points on the page of their place. */
  thingsAtPlace: 100,
  /** Sources that one page asks what they say of a place; the next page asks those that follow. */
  sources: 10_000,
} as const;
