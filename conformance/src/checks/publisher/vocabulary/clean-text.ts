import type { Check } from '../../check.ts';
import { textFault } from '../../things/clean-text.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';
import { leafValues } from '../../things/walk-values.ts';

/** VOC-008: Text is clean. */
export const cleanText: Check = defineThingCheck({
  name: 'clean-text',
  requirement: 'VOC-008',
  title: 'Text is clean',
  fault: 'A text is empty, has control characters, or is no well-formed Unicode.',
  consumerLoses: 'Such text has no canonical form or breaks the page that shows it.',
  whatToDo: 'Leave out empty texts, and clean what comes from files before you publish it.',
  things: 'live things',
  inspect: ({ id, data }) =>
    [...leafValues(data, '/data')].flatMap(({ pointer, value }) => {
      const fault = typeof value === 'string' ? textFault(value) : undefined;
      return fault === undefined ? [] : [{ pointer, message: `a text of ${id} ${fault}` }];
    }),
});
