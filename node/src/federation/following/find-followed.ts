import { Fault } from '../../model/fault.ts';
import type { FollowCourier } from './follow-courier.ts';
import type { PeerPuller } from './peer-puller.ts';
import { readTarget } from './read-target.ts';

/** Names that a message lists. */
const namesShown = 12;

/** Finds which of the followed nodes a person means. @throws {Fault} `usage`, `peer-unknown` */
export const findFollowed = async (
  given: string,
  pullers: ReadonlyMap<string, PeerPuller>,
  courier: Pick<FollowCourier, 'resolveHandle'> | undefined,
): Promise<PeerPuller> => {
  const { handle, host, origins } = readTarget(given);
  const told = handle === undefined ? undefined : await courier?.resolveHandle(handle).catch(() => undefined);
  const puller =
    [...(told === undefined ? [] : [told]), ...origins].map((origin) => pullers.get(origin)).find((one) => one) ??
    pullers
      .values()
      .find(({ peer: { origin, actor } }) =>
        [origin, actor].some((one) => one !== undefined && new URL(one).host === host),
      );
  if (puller !== undefined) return puller;
  const all = [...pullers.keys()];
  const names = `${all.slice(0, namesShown).join(', ')}${all.length > namesShown ? ', …' : ''}`;
  throw new Fault(
    'peer-unknown',
    `${given} is not followed. ${all.length === 0 ? 'No node is.' : `Followed are: ${names}.`}`,
  );
};
