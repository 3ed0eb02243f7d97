import type { Check } from './check.ts';
import { defineUnobservableCheck } from './define-unobservable-check.ts';

/** ID-013: The offer seen last counts. */
export const latestStatement: Check = defineUnobservableCheck({
  name: 'latest-statement',
  requirement: 'ID-013',
  title: 'The offer seen last counts',
  fault: 'An Offer that several sources state is not the statement that was observed last.',
  consumerLoses: 'Shoppers get an older price or stock than the publisher knows.',
  whatToDo: 'Of several statements of one offer keep all, and publish the one with the latest observedAt.',
  why: 'the feed shows one statement of an offer, and not what other sources state',
});

/** Requirements that can't be seen from outside, each with why: no publisher can be broken in them so that anybody notices. */
export const unobservableChecks: readonly Check[] = [latestStatement];
