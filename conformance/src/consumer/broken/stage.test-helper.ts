import { consumerLimits, type ConsumerLimits } from '../limits.ts';
import type { OpenStage } from '../stage.ts';
import { SampleReader } from './sample-reader.ts';
import { VirtualClock } from './virtual-clock.ts';

export const sampleLimits: ConsumerLimits = {
  ...consumerLimits,
  answerBytesMax: 1024 * 1024,
  bufferedBytesMax: 256 * 1024,
};

/** A stage in memory: no sockets, and no time that passes. */
export const stageFor =
  (reader: typeof SampleReader): OpenStage =>
  async (handler) => {
    const clock = new VirtualClock();
    const { answerBytesMax } = sampleLimits;
    return {
      origin: 'https://waterveen.example',
      elsewhere: 'https://elders.example',
      clock,
      session: new reader({ fetch: handler, clock, answerBytesMax }),
      async [Symbol.asyncDispose]() {},
    };
  };
