import { isDotKey, kindModels } from '@openstraat/spec';
import { shown } from '../../../json/json-value.ts';
import type { Check } from '../../check.ts';
import { defineEntryCheck } from '../../define-entry-check.ts';

const segments: ReadonlySet<string> = new Set(Object.values(kindModels).map(({ path }) => path));

/** What is wrong with an id, whatever its kind. */
const faultOf = (id: string, origin: string): string | undefined => {
  if (!id.startsWith(`${origin}/`)) return `does not start with the origin of the feed, ${origin}`;
  const [segment = '', ...rest] = id.slice(origin.length + 1).split('/');
  if (!segments.has(segment)) return `has no segment of a kind behind its origin`;
  const key = rest.join('/');
  if (key === '') return 'has no key';
  if (isDotKey(key)) return 'has a key that addresses lose';
  return /^[^/?#\s]+$/u.test(key) ? undefined : 'has a key with /, ?, # or white space';
};

/** ID-001: Ids are made of origin, segment and key. */
export const idForm: Check = defineEntryCheck({
  name: 'id-form',
  requirement: 'ID-001',
  title: 'Ids are made of origin, segment and key',
  fault: 'An id is not the origin of the feed, a segment of a kind and a key.',
  consumerLoses: 'Readers refuse the entry: anybody could speak for things of others.',
  whatToDo: 'Make ids of your configured origin, the segment of the kind, and a key without /, ?, # or white space.',
  entries: 'ids',
  inspect({ item: { id } }, { origin }) {
    if (typeof id !== 'string') return undefined;
    const fault = faultOf(id, origin);
    return fault === undefined ? [] : [{ pointer: '/id', message: `${shown(id)} ${fault}` }];
  },
});
