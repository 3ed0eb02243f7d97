import type { Spoiler } from '../../spoiler.ts';
import { isObject } from '../../../json/json-value.ts';

/** The addresses of places have the id of something else, so that the data of a place speaks of it. */
export const addressWithId: Spoiler = {
  name: 'address-with-id',
  fails: ['own-subjects', 'other-names'],
  state: (state) => ({
    ...state,
    entries: state.entries.map((entry) =>
      isObject(entry.data?.['address'])
        ? { ...entry, data: { ...entry.data, address: { ...entry.data['address'], id: 'https://elsewhere.example/' } } }
        : entry,
    ),
  }),
};
