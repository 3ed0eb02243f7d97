import type { Spoiler } from '../../spoiler.ts';

/** The operator's contact is neither e-mail nor page. */
export const noContact: Spoiler = {
  name: 'no-contact',
  fails: ['operator'],
  description: (description) => ({
    ...description,
    operator: { type: 'Operator', name: 'Winkelcoöperatie Waterveen', contact: 'come and see us' },
  }),
};
