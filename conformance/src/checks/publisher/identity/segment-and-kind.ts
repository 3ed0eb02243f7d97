import { kindModels, kinds } from '@openstraat/spec';
import { isObject, shown } from '../../../json/json-value.ts';
import type { Check } from '../../check.ts';
import { defineEntryCheck, type EntryFault } from '../../define-entry-check.ts';

/** ID-002: Segment, kind and type agree. */
export const segmentAndKind: Check = defineEntryCheck({
  name: 'segment-and-kind',
  requirement: 'ID-002',
  title: 'Segment, kind and type agree',
  fault: 'The segment of an id, the kind of its entry and the first type of its data are not of the same kind.',
  consumerLoses: 'Readers take a thing for another kind, or refuse it.',
  whatToDo: "Give each kind its segment (identity.md), and put the kind's name first in type.",
  entries: 'entries of known kinds',
  inspect({ item: { id, kind: named, data } }, { origin }) {
    const kind = kinds.find((name) => name === named);
    if (kind === undefined) return undefined;
    const faults: EntryFault[] = [];
    const segment = kindModels[kind].path;
    // An id without the origin or any segment is for ID-001.
    const [, own] = typeof id === 'string' && id.startsWith(`${origin}/`) ? id.slice(origin.length).split('/') : [];
    if (own !== undefined && own !== segment && Object.values(kindModels).some(({ path }) => path === own))
      faults.push({ pointer: '/id', message: `${shown(id)} is the id of a ${kind}, whose segment is ${segment}` });
    const type: unknown = isObject(data) ? data['type'] : undefined;
    const first: unknown = Array.isArray(type) ? (type as readonly unknown[])[0] : type;
    if (typeof first === 'string' && first !== kind)
      faults.push({ pointer: '/data/type', message: `the first type is ${shown(first)} instead of ${kind}` });
    return faults;
  },
});
