import type { Check } from '../../check.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';

/** VOC-011: A reduced price stands beside the full one. */
export const salePrice: Check = defineThingCheck({
  name: 'sale-price',
  requirement: 'VOC-011',
  title: 'A reduced price stands beside the full one',
  fault: 'A salePrice stands without price.',
  consumerLoses: 'Readers show no price, or a reduced one that nobody can compare.',
  whatToDo: 'State price beside salePrice; where there is no full price, state price alone.',
  things: 'offers with a sale price',
  concerns: ({ data }) => data['salePrice'] !== undefined,
});
