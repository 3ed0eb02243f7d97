import type { Check } from '../../check.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';

/** VOC-001: Required properties are there. Those with a requirement of their own are for that (LIC-001, LIC-002, ID-015, VOC-010, VOC-011, VOC-016). */
export const requiredProperties: Check = defineThingCheck({
  name: 'required-properties',
  requirement: 'VOC-001',
  title: 'Required properties are there',
  fault: 'Data lacks a property that the tables require.',
  consumerLoses: 'Readers refuse the thing, or show a shop without an address.',
  whatToDo: 'Fill in what the tables mark as MUST, or leave the thing out.',
  things: 'live things',
});
