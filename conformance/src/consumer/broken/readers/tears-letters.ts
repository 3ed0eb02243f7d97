import type { BrokenReader } from '../broken-reader.ts';
import { SampleReader } from '../sample-reader.ts';

/** It decodes each portion for itself. */
export const tearsLetters: BrokenReader = {
  name: 'tears-letters',
  fails: ['reads-in-pieces'],
  reader: class extends SampleReader {
    protected override decode(chunks: readonly Uint8Array[]): string {
      return chunks.map((chunk) => Buffer.from(chunk).toString('utf8')).join('');
    }
  },
};
