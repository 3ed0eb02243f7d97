import type { Spoiler } from '../../spoiler.ts';
import { html } from '../../tiny-publisher/answer.ts';

/** Whoever asks for a picture gets a page. */
export const formForced: Spoiler = {
  name: 'form-forced',
  class: 'publisher-live',
  fails: ['not-acceptable'],
  answer: (answer) => (answer.status === 406 ? html('<!doctype html><p>Here you are.') : answer),
};
