import type { ConformanceClass } from '@openstraat/spec';
import { isBlocking } from './judge-requirements.ts';
import type { ClassResult, ConformanceVerdict, RequirementResult } from './result.ts';

/** A class holds what another one holds: to pass it is to pass both. */
export const includedClasses: Readonly<Record<ConformanceClass, readonly ConformanceClass[]>> = {
  publisher: ['publisher'],
  'publisher-live': ['publisher', 'publisher-live'],
  searchable: ['publisher', 'publisher-live', 'searchable'],
  federated: ['publisher', 'federated'],
  consumer: ['consumer'],
};

/** What a class comes to: only what it must do counts. */
export const judgeClass = (
  conformanceClass: ConformanceClass,
  claimed: boolean,
  requirements: readonly RequirementResult[],
): ClassResult => {
  const included = includedClasses[conformanceClass];
  const musts = requirements.filter((one) => one.level === 'MUST' && included.includes(one.class));
  const failing = musts.filter(({ outcome }) => outcome === 'failed');
  const base = { class: conformanceClass, claimed };
  if (failing.length > 0)
    return { ...base, verdict: 'does-not-conform', says: `${failing.map(({ id }) => id).join(', ')} failed` };
  const blocking = musts.find(isBlocking);
  if (blocking !== undefined) return { ...base, verdict: 'not-tested', says: `${blocking.id}: ${blocking.says}` };
  return musts.some(({ outcome }) => outcome === 'passed')
    ? { ...base, verdict: 'conforms', says: 'no requirement failed' }
    : { ...base, verdict: 'not-tested', says: 'nothing could be tested' };
};

/** The verdict over all classes of a run. */
export const overallVerdict = (classes: readonly ClassResult[]): ConformanceVerdict => {
  if (classes.some(({ verdict }) => verdict === 'does-not-conform')) return 'does-not-conform';
  return classes.length > 0 && classes.every(({ verdict }) => verdict === 'conforms') ? 'conforms' : 'not-tested';
};
