import { type Check, type CheckWords, defineCheck } from './check.ts';
import { notTested } from './verdict.ts';

/**
 * The check of a requirement that can't be seen from outside: it is never passed, and never stands in the way.
 * @param definition `why` says what is out of sight; reports print it
 */
export const defineUnobservableCheck = (definition: CheckWords & { readonly why: string }): Check => {
  const { why, ...words } = definition;
  return defineCheck({ ...words, needs: {}, judge: () => notTested('out-of-sight', why) });
};
