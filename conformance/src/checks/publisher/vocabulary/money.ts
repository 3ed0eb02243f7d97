import { shown } from '../../../json/json-value.ts';
import type { Check } from '../../check.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** VOC-010: Money is a decimal string with a currency. */
export const money: Check = defineThingCheck({
  name: 'money',
  requirement: 'VOC-010',
  title: 'Money is a decimal string with a currency',
  fault: 'A price is not a decimal string, or stands beside no ISO 4217 currency.',
  consumerLoses: 'A price that rounds, or that nobody can compare.',
  whatToDo: 'Write "12.95" as a string, and priceCurrency beside it.',
  things: 'things with a price',
  concerns: ({ data }) => data['price'] !== undefined || data['salePrice'] !== undefined,
  inspect: ({ id, data: { priceCurrency } }) =>
    typeof priceCurrency !== 'string' || currencies.has(priceCurrency)
      ? []
      : [
          {
            pointer: '/data/priceCurrency',
            message: `priceCurrency of ${id} is ${shown(priceCurrency)}, which ISO 4217 does not have`,
          },
        ],
});
