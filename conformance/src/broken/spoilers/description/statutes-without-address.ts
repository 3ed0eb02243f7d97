import type { Spoiler } from '../../spoiler.ts';
import { isObject } from '../../../json/json-value.ts';

/** The statutes are no address. */
export const statutesWithoutAddress: Spoiler = {
  name: 'statutes-without-address',
  fails: ['legal-form'],
  description: (description) => ({
    ...description,
    operator: {
      ...(isObject(description['operator']) ? description['operator'] : {}),
      legalForm: 'Coöperatie U.A.',
      statutes: 'ask the notary',
    },
  }),
};
