import { Fault } from '../model/fault.ts';

/** Lets one thing at a time happen to a source: an import, a change of its settings, its removal. */
export interface SourceLocks {
  /** @throws {Fault} `import-running` when something happens to it already */
  hold(source: string): Disposable;
}

export const createSourceLocks = (): SourceLocks => {
  const held = new Set<string>();
  return {
    hold(source) {
      if (held.has(source))
        throw new Fault(
          'import-running',
          `Source "${source}" is being imported or changed by another command. Wait until that is done, then try again.`,
        );
      held.add(source);
      return { [Symbol.dispose]: () => void held.delete(source) };
    },
  };
};
