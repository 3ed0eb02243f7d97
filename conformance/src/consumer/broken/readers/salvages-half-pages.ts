import type { BrokenReader } from '../broken-reader.ts';
import { SampleReader } from '../sample-reader.ts';

/** It takes of a page that broke off what had come. */
export const salvagesHalfPages: BrokenReader = {
  name: 'salvages-half-pages',
  fails: ['refuses-half-pages'],
  reader: class extends SampleReader {
    protected override whenCutOff(chunks: readonly Uint8Array[]): string {
      const text = Buffer.concat(chunks).toString('utf8');
      return `${text.slice(0, text.lastIndexOf(',{"state"'))}]}`;
    }
  },
};
