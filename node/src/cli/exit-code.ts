import { Fault } from '../model/fault.ts';

/** What the process ends with. An import that refused rows is done: its report says which. */
export const exitCode = {
  done: 0,
  /** Something stopped it, or `verify` found a problem. */
  failed: 1,
  /** The command or a setting has to be written differently. */
  usage: 2,
  /** An import stopped before its end: too much would have gone, or somebody stopped it. */
  stopped: 3,
} as const;

/** The exit code for whatever a command threw. */
export const exitCodeOf = (error: unknown): number => {
  if (!(error instanceof Fault)) return exitCode.failed;
  if (error.code === 'usage' || error.code === 'settings-invalid') return exitCode.usage;
  return error.code === 'shrink' ? exitCode.stopped : exitCode.failed;
};
