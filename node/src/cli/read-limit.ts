import { usageFault } from './command.ts';

/** Reads `--limit`: how many of something to show. @throws {Fault} `usage` */
export const readLimit = (
  command: string,
  given: string | undefined,
  { standard, max }: { readonly standard: number; readonly max: number },
): number => {
  const limit = given === undefined ? standard : Number(given);
  if (!Number.isInteger(limit) || limit < 1 || limit > max)
    throw usageFault(command, `--limit is "${given}": write a whole number from 1 to ${max}.`);
  return limit;
};
