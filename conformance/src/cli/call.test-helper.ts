import { Writable } from 'node:stream';
import { run } from './run.ts';

const collect = () => {
  let said = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      said += chunk.toString();
      done();
    },
  });
  return { stream, said: () => said };
};

/** What a command line came to. */
export interface Called {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs a command line in this process. */
export const callWith = async (signal: AbortSignal, ...given: readonly string[]): Promise<Called> => {
  const [output, errors] = [collect(), collect()];
  const code = await run(given, { output: output.stream, errors: errors.stream }, signal);
  return { code, output: output.said(), errors: errors.said() };
};
