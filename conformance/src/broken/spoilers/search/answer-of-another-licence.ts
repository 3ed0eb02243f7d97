import type { Spoiler } from '../../spoiler.ts';

/** Answers carry another licence than the description. */
export const answerOfAnotherLicence: Spoiler = {
  name: 'answer-of-another-licence',
  class: 'searchable',
  fails: ['answer-licence'],
  found: (answer) => ({ ...answer, license: 'https://creativecommons.org/publicdomain/zero/1.0/' }),
};
