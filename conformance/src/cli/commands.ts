import { consumerCommand } from './consumer.ts';
import { keygenCommand } from './keygen.ts';
import type { Streams } from './streams.ts';
import { verifyCommand } from './verify.ts';

/** Something that the command line does besides testing: its name stands before everything else. */
export interface Command {
  readonly name: string;
  /** What stands behind the name, for the help. */
  readonly usage: string;
  readonly summary: string;
  /** @returns the exit code */
  readonly run: (given: readonly string[], streams: Streams) => Promise<number>;
}

/** Every such command, listed by hand. */
export const commands: readonly Command[] = [consumerCommand, keygenCommand, verifyCommand];
