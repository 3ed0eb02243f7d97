import type { BrokenReader } from '../broken-reader.ts';
import { SampleReader } from '../sample-reader.ts';

/** It begins anew after every error. */
export const panicsAtErrors: BrokenReader = {
  name: 'panics-at-errors',
  fails: ['asks-again'],
  reader: class extends SampleReader {
    protected override whenFailed(): 'failed' | 'gone' {
      return this.next === undefined ? 'failed' : 'gone';
    }
  },
};
