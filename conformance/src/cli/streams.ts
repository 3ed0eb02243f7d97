import type { Writable } from 'node:stream';

/** Where a command writes: results to `output`, everything said to a person meanwhile to `errors`. */
export interface Streams {
  readonly output: Writable & { readonly isTTY?: boolean };
  readonly errors: Writable & { readonly isTTY?: boolean; readonly columns?: number };
}

/** Writes, and waits until it is out: a report may be larger than a pipe holds. */
export const print = async (output: Writable, text: string): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  // Whoever read the report may have gone, as `head` does.
  output.write(text, () => resolve());
  await promise;
};
