import { readFileSync } from 'node:fs';

/** Resident memory of this process, in megabytes. */
export interface Memory {
  readonly residentMB: number;
  /** The part that is files, LevelDB's tables: the system takes it back when it needs it. Not known everywhere. */
  readonly mappedMB: number | undefined;
}

const kilobytesOf = (name: string): number | undefined => {
  try {
    const found = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(readFileSync('/proc/self/status', 'utf8'));
    return found === null ? undefined : Number(found[1]);
  } catch {
    // Only Linux tells.
    return undefined;
  }
};

/** What this process takes now. */
export const readMemory = (): Memory => {
  const mapped = kilobytesOf('RssFile');
  return {
    residentMB: process.memoryUsage.rss() / 2 ** 20,
    mappedMB: mapped === undefined ? undefined : mapped / 1_024,
  };
};
