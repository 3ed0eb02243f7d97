import { Fault } from '../model/fault.ts';

/** Lets one thing at a time happen to a source: an import, a change of its settings, its removal. */
export interface SourceLocks {
  /**
   * Does something with a source while nobody else does.
   * @throws {Fault} `import-running` when something happens to it already
   */
  during<T>(source: string, work: () => Promise<T>): Promise<T>;
}

export const createSourceLocks = (): SourceLocks => {
  const held = new Set<string>();
  return {
    async during(source, work) {
      if (held.has(source))
        throw new Fault(
          'import-running',
          `Source "${source}" is being imported or changed by another command. Wait until that is done, then try again.`,
        );
      held.add(source);
      try {
        return await work();
      } finally {
        held.delete(source);
      }
    },
  };
};
