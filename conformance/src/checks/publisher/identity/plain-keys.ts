import { shown } from '../../../json/json-value.ts';
import type { Check } from '../../check.ts';
import { defineEntryCheck } from '../../define-entry-check.ts';

const keyCharactersMax = 400;

/** ID-003: Keys need no escaping. */
export const plainKeys: Check = defineEntryCheck({
  name: 'plain-keys',
  requirement: 'ID-003',
  title: 'Keys need no escaping',
  fault: 'A key holds characters that addresses escape, or more than 400.',
  consumerLoses: 'Readers that escape otherwise see two things where there is one.',
  whatToDo: 'Write keys by the rules of identity.md: slugs for names, the key form for codes.',
  entries: 'ids',
  inspect({ item: { id } }, { origin }) {
    if (typeof id !== 'string' || !id.startsWith(`${origin}/`)) return undefined;
    const [, , key = ''] = id.slice(origin.length).split('/');
    if (key === '') return undefined;
    if (key.length > keyCharactersMax)
      return [{ pointer: '/id', message: `the key of ${shown(id)} has ${key.length} characters` }];
    const odd = /[^\w.~-]/u.exec(key);
    return odd === null ? [] : [{ pointer: '/id', message: `the key of ${shown(id)} has ${shown(odd[0])} in it` }];
  },
});
