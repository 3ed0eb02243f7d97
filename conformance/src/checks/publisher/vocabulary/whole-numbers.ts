import type { Check } from '../../check.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';
import { leafValues } from '../../things/walk-values.ts';

const fractionNames: ReadonlySet<string> = new Set(['latitude', 'longitude']);

/** VOC-013: Few numbers are fractions. */
export const wholeNumbers: Check = defineThingCheck({
  name: 'whole-numbers',
  requirement: 'VOC-013',
  title: 'Few numbers are fractions',
  fault: 'A number other than latitude and longitude is no whole number, or is larger than JSON carries without loss.',
  consumerLoses: 'Languages write such numbers differently, and digests differ.',
  whatToDo: 'Write fractions as strings.',
  things: 'live things',
  inspect: ({ id, data }) =>
    [...leafValues(data, '/data')].flatMap(({ pointer, name, value }) =>
      typeof value !== 'number' || Number.isSafeInteger(value) || fractionNames.has(name)
        ? []
        : [{ pointer, message: `a number of ${id} is ${value}` }],
    ),
});
