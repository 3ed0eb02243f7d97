import { addressReader } from './consumer/readers/address-reader.ts';
import { commandReader } from './consumer/readers/command-reader.ts';
import type { ConsumerLimits } from './consumer/limits.ts';
import { stageOnLoopback } from './consumer/serve.ts';
import { testConsumer } from './consumer/test-consumer.ts';
import type { ConformanceResult } from './result/result.ts';

/** What reads: a command that runs once a visit, or an address to which a POST lets a running program read. */
export type TestedReader = { readonly run: string } | { readonly digestUrl: string };

/** Which reader is tested, and how. */
export interface ConsumerConformanceOptions {
  /** In both, `{feed}` becomes the feed's address; in a command `{store}` becomes a folder that stays from visit to visit. */
  readonly reader: TestedReader;
  readonly limits?: Partial<ConsumerLimits> | undefined;
  readonly onProgress?: ((played: number, scenarios: number) => void) | undefined;
}

/**
 * Tests a reader of feeds: it visits feeds that the suite serves on loopback, and tells after each visit the digest of what it holds.
 * @returns the result, whatever happens: what could not be tested says why
 */
export const runConsumerConformance = ({
  reader,
  limits,
  onProgress,
}: ConsumerConformanceOptions): Promise<ConformanceResult> =>
  testConsumer({
    url: 'run' in reader ? `command:${encodeURIComponent(reader.run)}` : new URL(reader.digestUrl).href,
    openStage: stageOnLoopback('run' in reader ? commandReader(reader.run) : addressReader(reader.digestUrl)),
    limits,
    onProgress,
  });
