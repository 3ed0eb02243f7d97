import { isObject } from '../../../json/json-value.ts';
import type { Spoiler } from '../../spoiler.ts';

/** A notice carries what has changed. */
export const noticeWithData: Spoiler = {
  name: 'notice-with-data',
  class: 'federated',
  fails: ['notice-of-change'],
  federation: {
    sends: ({ url, activity }) => {
      const { object } = activity;
      return [
        {
          url,
          activity: isObject(object) ? { ...activity, object: { ...object, items: [{ price: '699.00' }] } } : activity,
        },
      ];
    },
  },
};
