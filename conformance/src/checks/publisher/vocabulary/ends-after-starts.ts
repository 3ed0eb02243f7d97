import { jsonPointer } from '../../../json/json-pointer.ts';
import { isObject, type JsonObject, shown } from '../../../json/json-value.ts';
import type { Check } from '../../check.ts';
import type { EntryFault } from '../../define-entry-check.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';

const pairs = [
  ['startDate', 'endDate'],
  ['saleFrom', 'saleThrough'],
  ['validFrom', 'validThrough'],
] as const;

const faultsOf = (json: JsonObject, pointer: string): readonly EntryFault[] =>
  pairs.flatMap(([startName, endName]) => {
    const [start, end] = [json[startName], json[endName]];
    if (typeof start !== 'string' || typeof end !== 'string') return [];
    return Date.parse(end) < Date.parse(start)
      ? [
          {
            pointer: pointer + jsonPointer(endName),
            message: `${endName} ${shown(end)} is before ${startName} ${shown(start)}`,
          },
        ]
      : [];
  });

const closuresOf = ({ specialOpeningHoursSpecification: closures }: JsonObject): readonly unknown[] =>
  Array.isArray(closures) ? closures : [];

const hasPair = (json: unknown): boolean =>
  isObject(json) && pairs.some(([start, end]) => json[start] !== undefined && json[end] !== undefined);

/** VOC-017: Ends come after starts. */
export const endsAfterStarts: Check = defineThingCheck({
  name: 'ends-after-starts',
  requirement: 'VOC-017',
  title: 'Ends come after starts',
  fault: 'Something ends before it starts.',
  consumerLoses: 'Readers never show it, or for ever.',
  whatToDo: 'Compare both times as instants, with their offsets, before you publish them.',
  things: 'things with a start and an end',
  concerns: ({ data }) => hasPair(data) || closuresOf(data).some(hasPair),
  inspect: ({ data }) => [
    ...faultsOf(data, '/data'),
    ...closuresOf(data).flatMap((closure, at) =>
      isObject(closure) ? faultsOf(closure, jsonPointer('data', 'specialOpeningHoursSpecification', at)) : [],
    ),
  ],
});
