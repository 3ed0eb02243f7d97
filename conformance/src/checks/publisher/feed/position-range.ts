import type { Check } from '../../check.ts';
import { definePageFaultCheck } from '../../define-page-fault-check.ts';

/** FEED-012: Positions are whole numbers. */
export const positionRange: Check = definePageFaultCheck({
  name: 'position-range',
  requirement: 'FEED-012',
  title: 'Positions are whole numbers',
  fault: 'modified is no whole number from 0 to 2^53 − 1.',
  consumerLoses: 'Readers in many languages lose digits of it, and so their place.',
  whatToDo: 'Write positions as JSON numbers without a fraction, at most 9007199254740991.',
  says: 'is no whole number from 0 to 2^53 − 1',
});
