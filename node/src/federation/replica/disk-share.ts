import type { ReplicaLimits } from './limits.ts';
import type { PullReason } from './pull-result.ts';

/** Looks now and then at what a replica takes on disk. */
export interface DiskShare {
  /** Why no more is read; undefined while there is room. */
  look(): Promise<Omit<PullReason, 'url'> | undefined>;
  /** The same, where enough was read since the last look for it to have changed. */
  lookAfter(bytesRead: number): Promise<Omit<PullReason, 'url'> | undefined>;
}

const asMebibytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20).toLocaleString('en')} MiB`;

/** @param bytesOnDisk what a replica takes now; without it nobody looks */
export const createDiskShare = (
  bytesOnDisk: (() => Promise<number>) | undefined,
  host: string,
  { diskBytesMax, diskLookBytes }: Pick<ReplicaLimits, 'diskBytesMax' | 'diskLookBytes'>,
): DiskShare => {
  let unseen = 0;
  const look: DiskShare['look'] = async () => {
    unseen = 0;
    const bytes = (await bytesOnDisk?.()) ?? 0;
    if (bytes <= diskBytesMax) return undefined;
    const words = `paused: what is kept of it takes ${asMebibytes(bytes)} of this node's disk, and ${asMebibytes(diskBytesMax)} are its share. What is here stays, and is read on where it stopped once it takes less. To keep more of each, raise the setting "replicaMebibytesMax" and start the node again; to be rid of it: openstraat unfollow ${host}`;
    return { code: 'replica-full', words };
  };
  return {
    look,
    lookAfter(bytesRead) {
      unseen += bytesRead;
      return unseen >= diskLookBytes ? look() : Promise.resolve(undefined);
    },
  };
};
