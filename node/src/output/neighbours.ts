/** Another node. */
export interface Neighbour {
  readonly name: string;
  readonly origin: string;
}

/** A node that this one follows. */
export interface FollowedNeighbour extends Neighbour {
  /** How many things of it are found here. */
  readonly things: number;
}

/** The nodes around this one. */
export interface Neighbours {
  /** What the node at an origin calls itself; undefined where it is not followed. */
  nameOf(origin: string): string | undefined;
  following(): Promise<readonly FollowedNeighbour[]>;
  /** Nodes that follow this one. People who do are never named. */
  followers(): Promise<readonly Neighbour[]>;
}

/** A node that stands alone. */
export const noNeighbours: Neighbours = {
  nameOf: () => undefined,
  following: async () => [],
  followers: async () => [],
};
