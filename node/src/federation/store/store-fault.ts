import { levelFault } from '../../log/level-fault.ts';
import { Fault, type FaultCode } from '../../model/fault.ts';

const advice: Partial<Record<FaultCode, (folder: string) => string>> = {
  'data-folder-busy': (folder) => `Another process has ${folder} open. Stop it first.`,
  'disk-full': (folder) =>
    `The disk that holds ${folder} is full. Make room and start again: no message that was accepted is lost.`,
  'store-corrupt': (folder) =>
    `The federation state in ${folder} is damaged. Move that folder away and put it back from a backup, or start without it and follow again.`,
  'file-unreadable': (folder) =>
    `${folder} cannot be read and written. Give the user that runs the node the right to do both.`,
};

/** Names what the database of federation met, in the codes of the node; faults pass as they are. */
export const storeFault = (error: unknown, folder: string): Fault => {
  if (error instanceof Fault) return error;
  const { code: logCode, message, cause } = levelFault(error, folder);
  // What to do about a log is to import again; about this, to follow again.
  const code = logCode === 'log-corrupt' ? 'store-corrupt' : logCode;
  const reason = cause instanceof Error ? cause.message : message;
  const said = advice[code]?.(folder) ?? `The federation state in ${folder} cannot be used.`;
  return new Fault(code, `${said} (${reason})`, { cause: error });
};

/** Runs what reads or writes the database of federation, and names its faults. */
export const withStoreFaults = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw storeFault(error, folder);
  }
};
