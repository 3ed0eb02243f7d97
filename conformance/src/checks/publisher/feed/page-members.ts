import type { Check } from '../../check.ts';
import { definePageFaultCheck } from '../../define-page-fault-check.ts';

/** FEED-001: Pages have their members. */
export const pageMembers: Check = definePageFaultCheck({
  name: 'page-members',
  requirement: 'FEED-001',
  title: 'Pages have their members',
  fault: 'A page lacks one of id, type, license, epoch, view, next and items.',
  consumerLoses: 'A reader that relies on the member stops at that page.',
  whatToDo: 'Give every page id, type EventStream, license, epoch, view, next and items.',
  says: 'is missing, or not what it should be',
});
