import type { Spoiler } from '../../spoiler.ts';
import { html } from '../../tiny-publisher/answer.ts';

/** Programs get errors as pages. */
export const errorsAsPages: Spoiler = {
  name: 'errors-as-pages',
  class: 'publisher-live',
  fails: ['problem-details'],
  answer: (answer) => (answer.status === 404 ? html('<!doctype html><p>There is nothing here.', 404) : answer),
};
