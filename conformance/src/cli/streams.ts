import type { Writable } from 'node:stream';

/** Where a command writes: results to `output`, everything said to a person meanwhile to `errors`. */
export interface Streams {
  readonly output: Writable & { readonly isTTY?: boolean };
  readonly errors: Writable & { readonly isTTY?: boolean; readonly columns?: number };
}
