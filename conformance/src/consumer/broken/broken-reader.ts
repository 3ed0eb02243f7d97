import type { SampleReader } from './sample-reader.ts';

/** A reader that does one thing wrong. */
export interface BrokenReader {
  /** What is wrong; its file is called so too. */
  readonly name: string;
  /** Names of the checks that fail on it; no other does. */
  readonly fails: readonly string[];
  readonly reader: typeof SampleReader;
}
