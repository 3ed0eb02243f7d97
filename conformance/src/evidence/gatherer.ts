import type { NotTested } from '../checks/verdict.ts';
import type { Run } from '../run/run.ts';

/** Evidence, or why there is none: checks that need it are then not tested, for that reason. */
export type Gathered<T> =
  | { readonly available: true; readonly value: T }
  | { readonly available: false; readonly instead: NotTested };

/** Collects once, when the first check needs it, what many checks judge. */
export interface Gatherer<T> {
  /** Unique; what the progress shows. */
  readonly name: string;
  /** Gathered when everything else was judged: what it sees has had time to change. */
  readonly late?: true;
  readonly gather: (run: Run) => Promise<Gathered<T>>;
}

export const available = <T>(value: T): Gathered<T> => ({ available: true, value });
export const missing = (instead: NotTested): Gathered<never> => ({ available: false, instead });

// oxlint-disable-next-line typescript/no-explicit-any -- a set of gatherers of whatever; each value's type is taken from its own
export type Needs = Readonly<Record<string, Gatherer<any>>>;
/** The values of a set of gatherers, by the same names. */
export type Values<N extends Needs> = { readonly [K in keyof N]: N[K] extends Gatherer<infer T> ? T : never };
