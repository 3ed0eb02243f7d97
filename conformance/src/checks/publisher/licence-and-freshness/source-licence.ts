import { shown } from '../../../json/json-value.ts';
import type { Check } from '../../check.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';

/** LIC-001: Sources state licence and attribution. */
export const sourceLicence: Check = defineThingCheck({
  name: 'source-licence',
  requirement: 'LIC-001',
  title: 'Sources state licence and attribution',
  fault: 'A Source has no attribution, or no address of a licence.',
  consumerLoses: 'Nobody knows whether the data may be used, and whom to name.',
  whatToDo: "Give each Source license, the licence's http or https address, and attribution.",
  things: 'sources',
  concerns: ({ kind }) => kind === 'Source',
  inspect: ({ kind, id, data: { license } }) =>
    kind !== 'Source' || typeof license !== 'string' || /^https?:\/\//.test(license)
      ? []
      : [{ pointer: '/data/license', message: `license of ${id} is ${shown(license)}: no address` }],
});
