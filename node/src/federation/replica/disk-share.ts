import type { ReplicaLimits } from './limits.ts';
import type { PullReason } from './pull-result.ts';

/** What a replica may take in with what it takes on disk now. */
export type DiskVerdict =
  | { readonly room: 'all'; readonly reason?: undefined }
  /** `changes`: of what it holds, and nothing new. `none`: what it holds can only go. */
  | { readonly room: 'changes' | 'none'; readonly reason: Omit<PullReason, 'url'> };

/** Looks now and then at what a replica takes on disk. */
export interface DiskShare {
  /** What it came to when it was looked at last. */
  readonly verdict: DiskVerdict;
  look(): Promise<DiskVerdict>;
  /** Looks where enough was read since the last look for it to have changed. */
  lookAfter(bytesRead: number): Promise<DiskVerdict>;
}

const asMebibytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20).toLocaleString('en')} MiB`;

/** @param bytesOnDisk what a replica takes now; without it nobody looks */
export const createDiskShare = (
  bytesOnDisk: (() => Promise<number>) | undefined,
  host: string,
  { diskBytesMax, diskSpareBytes, diskLookBytes }: Pick<ReplicaLimits, `disk${string}` & keyof ReplicaLimits>,
): DiskShare => {
  let unseen = 0;
  let verdict: DiskVerdict = { room: 'all' };
  const judge = (bytes: number): DiskVerdict => {
    if (bytes <= diskBytesMax) return { room: 'all' };
    const room = bytes <= diskBytesMax + diskSpareBytes ? 'changes' : 'none';
    const kept = room === 'changes' ? 'What is here follows its changes' : 'What changes there goes here';
    const words = `paused: what is kept of it takes ${asMebibytes(bytes)} of this node's disk, and ${asMebibytes(diskBytesMax)} are its share. ${kept}, what is deleted there goes, and nothing new comes until it takes less. To keep more of each, raise the setting "replicaMebibytesMax" and start the node again; to be rid of it: openstraat unfollow ${host}`;
    return { room, reason: { code: 'replica-full', words } };
  };
  const look: DiskShare['look'] = async () => {
    unseen = 0;
    verdict = judge((await bytesOnDisk?.()) ?? 0);
    return verdict;
  };
  return {
    get verdict() {
      return verdict;
    },
    look,
    lookAfter(bytesRead) {
      unseen += bytesRead;
      return unseen >= diskLookBytes ? look() : Promise.resolve(verdict);
    },
  };
};
