import { Fault, type FaultCode } from '../model/fault.ts';

const codeOf = (error: Error): unknown => ('code' in error ? error.code : undefined);

// Level wraps what LevelDB says, so the reason may lie deeper.
const causes = (error: unknown): readonly Error[] => (error instanceof Error ? [error, ...causes(error.cause)] : []);

const reasons: readonly {
  readonly code: FaultCode;
  readonly applies: (error: Error) => boolean;
  readonly message: (folder: string) => string;
}[] = [
  {
    code: 'data-folder-busy',
    applies: (error) => codeOf(error) === 'LEVEL_LOCKED',
    message: (folder) => `Another process has ${folder} open. Stop it first, or use the command that speaks to it.`,
  },
  {
    code: 'disk-full',
    applies: (error) => /no space left on device|quota exceeded|ENOSPC|EDQUOT/i.test(error.message),
    message: (folder) =>
      `The disk that holds ${folder} is full. Make room and start again: nothing that was acknowledged is lost.`,
  },
  {
    code: 'log-corrupt',
    applies: (error) => codeOf(error) === 'LEVEL_CORRUPTION' || /^corruption/i.test(error.message),
    message: (folder) => corruptMessage(folder),
  },
  {
    code: 'file-unreadable',
    applies: (error) => /permission denied|read-only file system|EACCES|EROFS|EPERM/i.test(error.message),
    message: (folder) => `${folder} cannot be read and written. Give the user that runs the node the right to do both.`,
  },
];

const corruptMessage = (folder: string, what = 'is damaged'): string =>
  `The change log in ${folder} ${what}. Move that folder away, then put back a backup with \`openstraat restore\`, or import the sources again.`;

/** Says that the stored log cannot be what was written, and what to do. */
export const corruptFault = (folder: string, what: string): Fault =>
  new Fault('log-corrupt', corruptMessage(folder, what));

/** Names what LevelDB met, in the codes of the node; faults pass as they are. */
export const levelFault = (error: unknown, folder: string): Fault => {
  if (error instanceof Fault) return error;
  const chain = causes(error);
  for (const { code, applies, message } of reasons) {
    const cause = chain.find(applies);
    if (cause !== undefined) return new Fault(code, `${message(folder)} (${cause.message})`, { cause: error });
  }
  const said = chain.at(-1)?.message ?? String(error);
  return new Fault(
    'internal',
    `The change log in ${folder} cannot go on: ${said}. Start the node again; if that does not help, restore a backup.`,
    { cause: error },
  );
};

/** Runs what reads or writes the database, and names its faults. */
export const withFaults = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw levelFault(error, folder);
  }
};
