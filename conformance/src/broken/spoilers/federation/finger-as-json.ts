import type { Spoiler } from '../../spoiler.ts';

/** WebFinger answers as plain JSON. */
export const fingerAsJson: Spoiler = {
  name: 'finger-as-json',
  class: 'federated',
  fails: ['handle-leads-to-actor'],
  answer: (answer) => (answer.type === 'application/jrd+json' ? { ...answer, type: 'application/json' } : answer),
};
