/** What one thing that happened took. */
export interface Cost {
  readonly what: string;
  /** Seconds until it had arrived. */
  readonly seconds: number;
  readonly asked: string;
  /** Activities that were delivered for it. */
  readonly activities: number;
  /** Bytes for it, as `bytesAre` says. */
  readonly bytes: number;
  /** Processor time of the node that changed, in seconds. */
  readonly sourceCpu: number;
  /** The same of those that follow, played ones included. */
  readonly followerCpu: number;
}

const inSize = (bytes: number): string =>
  bytes < 1 << 20 ? `${Math.round(bytes / 1_024)} KB` : `${(bytes / 2 ** 20).toFixed(1)} MB`;
const inCpu = (seconds: number): string => `${seconds.toFixed(seconds < 10 ? 2 : 0)} s`;

/** Prints costs as a table in Markdown, to be put into the README. */
export const printCosts = (title: string, costs: readonly Cost[]): void => {
  console.log(
    `\n| ${title} | measured | asked | activities | bytes | CPU of the source | CPU of the followers |\n| --- | --- | --- | --- | --- | --- | --- |`,
  );
  for (const { what, seconds, asked, activities, bytes, sourceCpu, followerCpu } of costs) {
    const cells = [
      what,
      `${seconds.toFixed(1)} s`,
      asked,
      activities.toLocaleString('en'),
      inSize(bytes),
      inCpu(sourceCpu),
      inCpu(followerCpu),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
};

/** What as many activities would cost as there were changes, reckoned from one delivery that was measured. */
export const oneEach = (what: string, measured: Cost, activities: number): Cost => {
  const times = activities / measured.activities;
  return {
    what,
    seconds: measured.seconds * times,
    asked: 'beside it, multiplied',
    activities,
    bytes: measured.bytes * times,
    sourceCpu: measured.sourceCpu * times,
    followerCpu: measured.followerCpu * times,
  };
};
