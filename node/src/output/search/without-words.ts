import { Fault } from '../../model/fault.ts';

/**
 * What may be logged of an error in a search: where it happened, never its message, which may hold what was asked.
 * Faults carry sentences of the node's own, and go to the one who asked.
 */
export const withoutWords = (error: unknown): Error => {
  if (error instanceof Fault && error.code !== 'internal') return error;
  const fault = new Fault('internal', 'A search failed; what was asked is not logged.');
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  fault.stack = [`${error instanceof Error ? error.name : 'Error'}: ${fault.message}`, ...frames].join('\n');
  return fault;
};
