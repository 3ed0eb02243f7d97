import { jsonPointer } from '../../../json/json-pointer.ts';
import { shown } from '../../../json/json-value.ts';
import type { Check } from '../../check.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';
import { propertyAt } from '../../things/property-ranges.ts';
import { leafValues } from '../../things/walk-values.ts';

const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** VOC-012: Times carry seconds and an offset. */
export const timeForm: Check = defineThingCheck({
  name: 'time-form',
  requirement: 'VOC-012',
  title: 'Times carry seconds and an offset',
  fault: 'A time is not an RFC 3339 date-time with seconds and an offset.',
  consumerLoses: 'Nobody knows which hour is meant, or what is newer.',
  whatToDo: 'Write 2026-03-07T09:30:00+01:00, or the same with Z.',
  things: 'live things',
  inspect: ({ kind, id, data }) =>
    Object.entries(data).flatMap(([name, top]) =>
      [...leafValues(top, jsonPointer(name), name)].flatMap(({ pointer, value }) =>
        typeof value !== 'string' ||
        timePattern.test(value) ||
        propertyAt(kind, pointer.slice(1).split('/'))?.range !== 'dateTime'
          ? []
          : [{ pointer: `/data${pointer}`, message: `a time of ${id} is ${shown(value)}` }],
      ),
    ),
});
